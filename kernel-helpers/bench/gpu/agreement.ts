import {
  type BackendName,
  openBackend,
  plantedSentences,
  startTraining,
  type Tensorflow,
  type TrainOptions,
} from "kernel-helpers";
import type { Agreement } from "./outcome.ts";
import type { Amount } from "./parts.ts";

const trainings: Readonly<Record<string, TrainOptions>> = {
  "Skip-Gram, 5 noise words": { architecture: "skip-gram" },
  "CBOW, 5 noise words": { architecture: "cbow" },
  "Skip-Gram, hierarchical softmax": { architecture: "skip-gram", hs: true },
  "CBOW, hierarchical softmax": { architecture: "cbow", hs: true },
};

/**
 * Four trainings with one seed on the backend and on cpu. Both add in float32, in different orders, so they differ in the last
 * digits, and the longer they train the more.
 */
export async function* agreement(name: BackendName, { quick }: Amount): AsyncGenerator<Agreement> {
  const tokens = quick ? 120 : 4000;
  const sentences = [...plantedSentences({ tokens })].map((sentence) => sentence.split(" "));
  for (const [training, options] of Object.entries(trainings)) {
    const expected = await trained(sentences, options, (await openBackend("cpu")).tf);
    const found = await trained(sentences, options, (await openBackend(name)).tf);
    yield {
      training,
      loss: expected.losses.at(-1) as number,
      lossDifference: distance(found.losses, expected.losses),
      vectorDifference: distance(found.vectors, expected.vectors),
    };
  }
}

async function trained(
  sentences: readonly string[][],
  options: TrainOptions,
  tf: Tensorflow,
): Promise<{ readonly losses: number[]; readonly vectors: Float32Array }> {
  const given = { vectorSize: 32, minCount: 1, sample: 0, batchSize: 64, epochs: 1, reports: 4, ...options };
  const training = startTraining(sentences, given, tf);
  const losses: number[] = [];
  for await (const { loss } of training) losses.push(loss);
  const { data } = await training.inputTable();
  training.close();
  return { losses, vectors: Float32Array.from(data) };
}

/** The largest difference; NaN for lists of different lengths. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.NaN;
  return Array.from(a, (x, i) => Math.abs(x - (b[i] as number))).reduce((most, x) => Math.max(most, x), 0);
}
