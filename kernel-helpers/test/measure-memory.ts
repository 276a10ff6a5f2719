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

/** A leak to plant: none; buffers kept as tfjs keeps them; a buffer in each step that is never released. */
export type Leak = "none" | "stock buffers" | "lost buffers";

/**
 * The memory of this process in megabytes after each of `rounds` equal parts of a training of `steps` steps on webgpu:
 * CBOW and Skip-Gram with negative sampling in turns, every batch of a different size, as happens before each report.
 * Needs --expose-gc: JavaScript's wrappers of WebGPU objects are small, so it seldom collects the memory behind them.
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
    tf.tidy(() => tf.slice(tf.zeros([2 ** 18 + step]), 0, 1)); // as many bytes as a large batch, without the computation
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

/** The process's memory in megabytes, once collected memory has been released. */
async function settledMemory(): Promise<number> {
  for (let round = 0; round < 2; round++) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return Math.round(process.memoryUsage.rss() / 2 ** 20);
}
