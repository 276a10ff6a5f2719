import {
  type BackendName,
  type HuffmanPath,
  huffmanTree,
  openBackend,
  readScalar,
  type Tensorflow,
} from "kernel-helpers";
import { randomBatch } from "../../src/cli/step-speed.ts";
import { inputsOf } from "../inputs-of.ts";
import type { StepMeasure } from "./outcome.ts";
import type { Amount } from "./parts.ts";
import { smallTraining } from "./small-training.ts";

/** The learning rates that trainings begin with. */
export const alphaOf = { "skip-gram": 0.025, cbow: 0.1 } as const;

const READ_EVERY = 10; // steps: a device must not get more work than it does

/** The shapes, in the order in which they are measured. */
function shapesOf({
  quick,
}: Amount): Omit<StepMeasure, "examplesPerSecond" | "steps" | "firstLoss" | "lastLoss">[] {
  const sizes = quick ? [16, 64] : [256, 1024, 4096, 16_384, 65_536];
  const vocabularies = quick ? [500] : [10_000, 50_000];
  return (["skip-gram", "cbow"] as const).flatMap((architecture) =>
    (["noise", "tree"] as const).flatMap((output) =>
      vocabularies.flatMap((words) => sizes.map((batchSize) => ({ architecture, output, words, batchSize }))),
    ),
  );
}

/** The trainer's own update, with 100 numbers per vector, on random batches whose words are as frequent as in a text. */
export async function* stepSpeeds(name: BackendName, amount: Amount): AsyncGenerator<StepMeasure> {
  const { tf } = await openBackend(name);
  for (const shape of shapesOf(amount)) yield await measured(tf, shape, amount.quick ? 0.05 : 1);
}

async function measured(
  tf: Tensorflow,
  shape: ReturnType<typeof shapesOf>[number],
  seconds: number,
): Promise<StepMeasure> {
  const { architecture, output, words, batchSize } = shape;
  const tree = output === "tree" ? randomTree(words) : undefined;
  const sizes = { words, batchSize, inputs: inputsOf[architecture] };
  const batches = [1, 2].map((seed) => randomBatch(seed, sizes, tree));
  const training = smallTraining(tf, words);
  let steps = 0;
  const step = (): ReturnType<typeof training.step> => {
    const batch = batches[steps % batches.length] as (typeof batches)[number];
    return training.step(batch, alphaOf[architecture], ++steps);
  };
  const firstLoss = await readScalar(step()); // warms up too
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  let passed = 0;
  let counted = 0;
  while (passed < seconds) {
    const loss = step();
    if (++counted % READ_EVERY === 1 || elapsed() >= seconds) {
      await readScalar(loss); // waits for the device; at the first step too, which may take long
      passed = elapsed();
    } else loss.dispose();
  }
  while (steps % batches.length !== 0) step().dispose();
  const lastLoss = await readScalar(step()); // of the first batch again
  training.close();
  return { ...shape, examplesPerSecond: (counted * batchSize) / passed, steps, firstLoss, lastLoss };
}

/** The Huffman tree of words that are as frequent as those of `randomBatch`. */
function randomTree(words: number): HuffmanPath[] {
  const upTo = (w: number): number => Math.cbrt(w / words);
  return huffmanTree(Array.from({ length: words }, (_, w) => Math.ceil(1e9 * (upTo(w + 1) - upTo(w)))));
}
