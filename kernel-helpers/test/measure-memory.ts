import "./software-vulkan.ts";
import { openBackend } from "../src/backend/index.ts";
import type { BufferStore } from "../src/backend/webgpu-buffers.ts";
import { randomBelow, seededRandom } from "../src/base/index.ts";
import {
  createModel,
  type Example,
  packBatch,
  readScalar,
  tensorModel,
  tensorStep,
} from "../src/model/index.ts";

/** A leak to plant: nothing; buffers kept as tfjs keeps them; a buffer of each step that nobody gives back. */
export type Leak = "none" | "stock buffers" | "lost buffers";

/**
 * Megabytes of this process after each of `rounds` equal parts of a training of `steps` steps on webgpu, CBOW and
 * Skip-Gram with negative sampling in turns, every batch of another size, as they come before each report. Needs
 * --expose-gc: the wrappers of WebGPU's objects are small to JavaScript, so it seldom collects what hangs on them.
 */
export async function memoryOver(steps: number, rounds: number, leak: Leak): Promise<number[]> {
  const { tf } = await openBackend("webgpu");
  const store = (tf.backend() as unknown as { readonly bufferManager: BufferStore }).bufferManager;
  const stock = Object.getPrototypeOf(store) as BufferStore;
  if (leak === "stock buffers") store.releaseBuffer = stock.releaseBuffer;
  const random = seededRandom(5);
  const model = tensorModel(tf, createModel(50, { vectorSize: 16 }));
  const held: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const batch = Array.from({ length: 8 + randomBelow(16, random) }, () =>
      exampleOf(step % 2 ? 6 : 1, random),
    );
    const loss = tensorStep(tf, model, packBatch(batch), 0.05);
    tf.tidy(() => tf.slice(tf.zeros([2 ** 18 + step]), 0, 1)); // as many bytes as a large batch, without its work
    if (leak === "lost buffers") store.acquireBuffer(2 ** 20, 128);
    if (step % 20 === 0) await readScalar(loss);
    else loss.dispose();
    if (step % (steps / rounds) === 0) held.push(await settledMemory());
  }
  return held;
}

function exampleOf(context: number, random: () => number): Example {
  const words = (count: number): number[] => Array.from({ length: count }, () => randomBelow(50, random));
  return { inputs: words(context), target: randomBelow(50, random), negatives: words(5) };
}

/** The process's memory in megabytes, once what was collected has been given back. */
async function settledMemory(): Promise<number> {
  for (let round = 0; round < 2; round++) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return Math.round(process.memoryUsage.rss() / 2 ** 20);
}
