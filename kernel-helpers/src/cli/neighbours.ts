import { escapeControls } from "../base/index.ts";
import { neighbours } from "../vectors/index.ts";
import type { Arguments, Command } from "./command.ts";
import { named } from "./named.ts";
import { neighbourLines } from "./neighbour-lines.ts";
import { wholeOption } from "./option-values.ts";
import { UsageError } from "./usage-error.ts";
import { openVectors, vectorsSpecs } from "./vectors-options.ts";

/** `w2v neighbours`: the words that point the same way. */
export const neighboursCommand: Command = {
  name: "neighbours",
  summary: "the words nearest to a word",
  positionals: "FILE WORD…",
  options: {
    count: { value: "N", help: "how many to show for each word (default: 10)" },
    ...vectorsSpecs,
  },
  notes: [
    "Nearness is the cosine of the angle between two vectors: 1 is the same direction.",
    "FILE ends in .vec, .txt or .bin, word2vec.c's formats. Control characters in words are shown as \\u{1b}.",
  ],
  examples: ["w2v neighbours build/sotu.vec january", "w2v neighbours build/sotu.vec war peace --count 5"],
  run: showNeighbours,
};

async function showNeighbours(given: Arguments): Promise<number> {
  const [file, ...words] = given.positionals;
  if (file === undefined || words.length === 0) {
    throw new UsageError(
      `Cannot look for neighbours: FILE and at least one WORD are needed, but ${named(given.positionals)}. ` +
        "Remedy: w2v neighbours build/sotu.vec january",
    );
  }
  const count = wholeOption(given, "count") ?? 10;
  const vectors = await openVectors(given, file);
  for (const word of words) {
    const found = neighbours(vectors, word, { count });
    console.log([escapeControls(word), ...neighbourLines(found)].join("\n"));
  }
  return 0;
}
