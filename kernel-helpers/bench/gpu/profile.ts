import { type BackendName, openBackend, readScalar, type Tensorflow } from "kernel-helpers";
import { randomBatch } from "../../src/cli/step-speed.ts";
import { median } from "../median.ts";
import type { StepProfile } from "./outcome.ts";
import type { Amount } from "./parts.ts";
import { smallTraining } from "./small-training.ts";
import { alphaOf } from "./step-speeds.ts";

const ROUNDS = 5;

/** Where the time of a step of Skip-Gram with noise words goes: 10,000 words, 16,384 examples. */
export async function* profile(name: BackendName, { quick }: Amount): AsyncGenerator<StepProfile> {
  const [words, batchSize] = quick ? [500, 64] : [10_000, 16_384];
  const { tf } = await openBackend(name);
  const training = smallTraining(tf, words);
  const alpha = alphaOf["skip-gram"];
  const batchOf = (seed: number): ReturnType<typeof randomBatch> =>
    randomBatch(seed, { words, batchSize, inputs: 1 });
  await readScalar(training.step(batchOf(0), alpha, 1)); // warms up
  const times = { packing: [] as number[], calling: [] as number[], waiting: [] as number[] };
  for (let round = 1; round <= ROUNDS; round++) {
    const start = performance.now();
    const batch = batchOf(round);
    const packed = performance.now();
    const loss = training.step(batch, alpha, round + 1);
    const called = performance.now();
    await readScalar(loss);
    times.packing.push(packed - start);
    times.calling.push(called - packed);
    times.waiting.push(performance.now() - called);
  }
  const last = batchOf(ROUNDS + 1);
  const step = (): ReturnType<typeof training.step> => training.step(last, alpha, ROUNDS + 2);
  const kernels = tells(tf, name) ? summed((await tf.profile(step)).kernels) : [];
  training.close();
  const [packing, calling, waiting] = [times.packing, times.calling, times.waiting].map(median);
  yield { words, batchSize, packing, calling, waiting, kernels } as StepProfile;
}

/** Whether TensorFlow.js can time kernels here: without timestamps it reads each result at once, which webgpu refuses. */
function tells(tf: Tensorflow, name: BackendName): boolean {
  return name !== "webgpu" || (tf.backend() as { timerAvailable?(): boolean }).timerAvailable?.() === true;
}

type Kernels = Awaited<ReturnType<Tensorflow["profile"]>>["kernels"];

/** Kernels of one name together, those that take longest first. */
function summed(kernels: Kernels): StepProfile["kernels"] {
  const names = [...new Set(kernels.map(({ name }) => name))];
  return names
    .map((name) => {
      const own = kernels.filter((kernel) => kernel.name === name);
      const times = own.map(({ kernelTimeMs }) => kernelTimeMs as unknown); // { error } where a driver has no timer
      const numbers = own.flatMap(({ outputShapes }) =>
        outputShapes.map((shape) => (shape ?? []).reduce((product, size) => product * size, 1)),
      );
      const megabytes = (4 * sum(numbers)) / 2 ** 20;
      const timed = times.every((time) => typeof time === "number");
      return { name, calls: own.length, megabytes, ...(timed && { milliseconds: sum(times as number[]) }) };
    })
    .sort((a, b) => (b.milliseconds ?? b.megabytes) - (a.milliseconds ?? a.megabytes));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}
