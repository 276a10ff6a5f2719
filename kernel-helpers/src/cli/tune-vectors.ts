import { host } from "#host";
import type { Split } from "../classify/index.ts";
import { openSimd } from "../simd/index.ts";
import { progressLine, startTraining, type Training } from "../train/index.ts";
import { type WordVectors, wordVectors } from "../vectors/index.ts";
import type { TunePlan } from "./tune-plan.ts";

/** Skip-Gram on the texts of training and validation, on one thread: the same numbers each time. Undefined if the user interrupts. */
export async function pretrained(
  { vectorSize, seed }: TunePlan,
  tokens: readonly (readonly string[])[],
  { test }: Split,
  show: (line: string) => void,
): Promise<WordVectors | undefined> {
  const tested = new Set(test.examples);
  const unlabelled = tokens.filter((_, example) => !tested.has(example));
  const options = { architecture: "skip-gram", vectorSize, epochs: 10, minCount: 2, seed } as const;
  const training = started(() => startTraining(unlabelled, options, openSimd({ threads: 1 })));
  try {
    let before = 0;
    for await (const progress of training) {
      show(`vectors: ${progressLine(progress, before)}`);
      before = progress.examples;
    }
    if (host.interrupted()) return undefined;
    return wordVectors(training.vocabulary.words, await training.inputTable());
  } finally {
    training.close();
  }
}

/** The training. An error whose remedy is an option that `w2v tune` lacks gets one that it has. */
function started(start: () => Training): Training {
  try {
    return start();
  } catch (error) {
    const [problem = "", advice = ""] = (error as Error).message.split(/\.? Remedy: /);
    if (!(error instanceof RangeError) || !/--|engine/.test(advice)) throw error;
    const isLarge = problem.includes("WebAssembly reaches");
    const remedy = isLarge
      ? "a smaller --vector-size"
      : "more text, or vectors of other texts: --vectors FILE";
    throw new RangeError(`${problem}. Remedy: ${remedy}`, { cause: error });
  }
}
