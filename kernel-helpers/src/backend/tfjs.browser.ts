import { openBundled } from "./bundled.ts";
import type { Opened, Openers } from "./contract.ts";
import { unusable } from "./unusable.ts";
import { type Gpu, openWebGpu } from "./webgpu.ts";

/** How each backend opens in a browser's worker. tfjs' .wasm files lie in tfjs/ beside the bundle's folder. */
export const openers: Openers = {
  cuda: () => Promise.reject(needsNode("cuda")),
  native: () => Promise.reject(needsNode("native")),
  webgpu,
  wasm: () =>
    openBundled("wasm", async () => {
      const [tf, wasm] = await Promise.all([
        import("@tensorflow/tfjs"),
        import("@tensorflow/tfjs-backend-wasm"),
      ]);
      wasm.setWasmPaths(new URL("../tfjs/", import.meta.url).href);
      // Threads would add up in another order than Node's one thread does, and need a worker in a worker.
      tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
      return tf;
    }),
  cpu: () => openBundled("cpu", () => import("@tensorflow/tfjs")),
};

async function webgpu(): Promise<Opened> {
  const { gpu } = navigator as { gpu?: unknown };
  if (!gpu) throw unusable("webgpu", "this browser has no navigator.gpu", "use a browser with WebGPU");
  return openWebGpu(gpu as Gpu, async () => {
    const tf = await import("@tensorflow/tfjs");
    await import("@tensorflow/tfjs-backend-webgpu");
    return tf;
  });
}

function needsNode(name: string): Error {
  return unusable(
    name,
    "a browser cannot load libtensorflow",
    "open the lesson in Node, or use webgpu or wasm",
  );
}
