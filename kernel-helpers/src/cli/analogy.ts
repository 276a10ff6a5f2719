import { escapeControls } from "../base/index.ts";
import { analogy } from "../vectors/index.ts";
import type { Arguments, Command } from "./command.ts";
import { named } from "./named.ts";
import { neighbourLines } from "./neighbour-lines.ts";
import { wholeOption } from "./option-values.ts";
import { UsageError } from "./usage-error.ts";
import { openVectors, vectorsSpecs } from "./vectors-options.ts";

/** `w2v analogy`: A is to B as C is to what? */
export const analogyCommand: Command = {
  name: "analogy",
  summary: "A is to B as C is to what?",
  positionals: "FILE A B C",
  options: { count: { value: "N", help: "how many answers to show (default: 10)" }, ...vectorsSpecs },
  notes: ["The answers are the words nearest to B - A + C; A, B and C themselves are left out."],
  examples: ["w2v analogy build/sotu.vec france french spain"],
  run: showAnalogy,
};

async function showAnalogy(given: Arguments): Promise<number> {
  const [file, a, b, c, ...more] = given.positionals;
  if (file === undefined || a === undefined || b === undefined || c === undefined || more.length > 0) {
    throw new UsageError(
      `Cannot solve an analogy: FILE and three words are needed, but ${named(given.positionals)}. ` +
        "Remedy: w2v analogy build/sotu.vec france french spain",
    );
  }
  const count = wholeOption(given, "count") ?? 10;
  const vectors = await openVectors(given, file);
  const found = analogy(vectors, { positive: [b, c], negative: [a], count });
  const question = escapeControls(`${a} is to ${b} as ${c} is to`);
  console.log([question, ...neighbourLines(found)].join("\n"));
  return 0;
}
