import { beforeAll, describe, expect, test } from "vitest";
import { type Backend, type BackendName, openBackend, type Tensorflow } from "../src/backend/index.ts";
import { randomBelow, seededRandom } from "../src/base/index.ts";
import {
  createModel,
  type Example,
  packBatch,
  readScalar,
  tensorModel,
  tensorStep,
  withPath,
} from "../src/model/index.ts";
import { startTraining, type TrainOptions } from "../src/train/index.ts";
import { huffmanTree } from "../src/vocabulary/index.ts";
import { everyBackend } from "./every-backend.ts";

/** 40 sentences of 9 words each from 30 words, of which the first are more frequent. */
function sentences(): string[][] {
  const random = seededRandom(7);
  const word = (): string => `w${Math.floor(30 * random() ** 2)}`;
  return Array.from({ length: 40 }, () => Array.from({ length: 9 }, word));
}

const runs: Readonly<Record<string, TrainOptions>> = {
  "CBOW, softmax": { architecture: "cbow", negative: 0 },
  "CBOW, negative sampling": { architecture: "cbow", negative: 5 },
  "CBOW, hierarchical softmax": { architecture: "cbow", hs: true },
  "Skip-Gram, softmax": { architecture: "skip-gram", negative: 0 },
  "Skip-Gram, hierarchical softmax": { architecture: "skip-gram", hs: true },
  "Skip-Gram, negative sampling": { architecture: "skip-gram", negative: 5 },
};

async function losses(tf: Tensorflow, options: TrainOptions): Promise<number[]> {
  const settings = { vectorSize: 16, window: 3, minCount: 1, sample: 0, alpha: 0.1, batchSize: 128, seed: 3 };
  const training = startTraining(sentences(), { ...settings, epochs: 2, reports: 2, ...options }, tf);
  const found: number[] = [];
  for await (const { loss } of training) found.push(loss);
  training.close();
  return found;
}

describe.each(everyBackend)("training on %s", (name) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend(name);
  });

  // Measured: at most 2.1e-7 after 270 updates; float32 is exact to 6e-8, and each backend adds in a different order.
  test.each(Object.entries(runs))("gives the same losses as cpu within 2e-6: %s", async (_, options) => {
    const expected = await losses((await openBackend("cpu")).tf, options);
    await openBackend(name);
    const before = backend.tf.memory().numTensors;
    const actual = await losses(backend.tf, options);
    expect(backend.tf.memory().numTensors).toBe(before);
    // In random text there is nothing to learn but word frequencies, and the Huffman tree has them from the start.
    if (!options.hs) expect(expected.at(-1)).toBeLessThan(expected[0] as number);
    expect(actual.length).toBe(expected.length);
    const off = actual.map((loss, at) => Math.abs(loss / (expected[at] as number) - 1));
    expect(off.every((error) => error <= 2e-6)).toBe(true);
  });

  // A step takes about 50 ms if the GPU is emulated on the CPU.
  const steps = name === "webgpu" ? 120 : 2000;
  test(`holds as much memory after ${steps} steps as after half of them, with all six models`, async () => {
    const { tf } = backend;
    const before = tf.memory().numTensors;
    const model = tensorModel(tf, createModel(50, { vectorSize: 16 }));
    const batches = batchesOfEveryModel().map(packBatch);
    const held: number[][] = [];
    for (let step = 1; step <= steps; step++) {
      const loss = tensorStep(tf, model, batches[step % batches.length]!, 0.05);
      if (step % (steps / 10) === 0) {
        expect(Number.isFinite(await readScalar(loss))).toBe(true); // waits for a GPU
        held.push([
          tf.memory().numTensors,
          tf.memory().numBytes,
          heldBy(name, tf),
          process.memoryUsage().rss,
        ]);
      } else loss.dispose();
    }
    const [first = [], last = []] = [held[4], held.at(-1)];
    expect(last.slice(0, 3)).toEqual(first.slice(0, 3));
    // Measured: 0.4 MB in 1,800 steps; the limit is generous, because garbage is collected at any time. webgpu must be
    // measured in a separate process: webgpu-memory.matrix.test.ts.
    const grown = (last[3] as number) - (first[3] as number);
    if (name !== "webgpu") expect(grown).toBeLessThan(32 * 2 ** 20);
    tf.dispose([model.input, model.output]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** What the backend holds, by its own count: bytes of the heap or of buffers, or tensors of libtensorflow. */
function heldBy(name: BackendName, tf: Tensorflow): number {
  const backend = tf.backend() as unknown as {
    readonly wasm: { readonly HEAPU8: Uint8Array };
    readonly bufferManager: { readonly numBytesAllocated: number };
    readonly binding: { getNumOfTensors(): number };
    numDataIds(): number;
  };
  if (name === "wasm") return backend.wasm.HEAPU8.byteLength;
  if (name === "webgpu") return backend.bufferManager.numBytesAllocated;
  if (name === "native") return backend.binding.getNumOfTensors();
  return backend.numDataIds();
}

/** A batch of 16 examples for each model over 50 words: CBOW and Skip-Gram, each with softmax, tree and noise words. */
function batchesOfEveryModel(): Example[][] {
  const random = seededRandom(5);
  const words = (count: number): number[] => Array.from({ length: count }, () => randomBelow(50, random));
  const tree = huffmanTree(Array.from({ length: 50 }, (_, word) => 100 - word));
  const layers = [
    (example: Example) => example,
    (example: Example) => withPath(example, tree),
    (example: Example) => ({ ...example, negatives: words(5) }),
  ];
  return [1, 6].flatMap((context) =>
    layers.map((withLayer) =>
      Array.from({ length: 16 }, () => {
        const inputs = words(context);
        return withLayer({ inputs, target: randomBelow(50, random) });
      }),
    ),
  );
}
