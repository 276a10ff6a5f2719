import { openBundled } from "./bundled.ts";
import type { BackendName, Opened, Openers, Tensorflow } from "./contract.ts";
import { unusable } from "./unusable.ts";
import { openWebGl } from "./webgl.browser.ts";
import { type Gpu, openWebGpu } from "./webgpu.ts";

/** The backends of a browser, best first. */
export const names: readonly BackendName[] = ["webgpu", "webgl", "wasm", "cpu"];

/** How each backend opens in a browser's worker. tfjs' .wasm files are in tfjs/, next to the bundle's folder. */
export const openers: Openers = {
  cuda: () => Promise.reject(needsNode("cuda")),
  native: () => Promise.reject(needsNode("native")),
  webgpu,
  webgl: () => openWebGl(() => import("@tensorflow/tfjs")),
  wasm: () =>
    openBundled("wasm", async () => {
      const [tf, wasm] = await Promise.all([
        import("@tensorflow/tfjs"),
        import("@tensorflow/tfjs-backend-wasm"),
      ]);
      wasm.setWasmPaths(new URL("../tfjs/", import.meta.url).href);
      // Several threads would add in another order than Node's single thread, and need a worker inside a worker.
      tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
      return tf;
    }),
  cpu: () => openBundled("cpu", () => import("@tensorflow/tfjs")),
};

async function webgpu(): Promise<Opened> {
  const { gpu } = navigator as { gpu?: unknown };
  const remedy = 'use a browser and a driver with WebGPU, or openBackend("wasm")';
  if (!gpu) throw unusable("webgpu", "this browser has no navigator.gpu", remedy);
  const load = async (): Promise<Tensorflow> => {
    const tf = await import("@tensorflow/tfjs");
    await import("@tensorflow/tfjs-backend-webgpu");
    return tf;
  };
  return openWebGpu(gpu as Gpu, load, remedy);
}

function needsNode(name: string): Error {
  return unusable(
    name,
    "a browser cannot load libtensorflow",
    "open the lesson in Node, or use webgpu, webgl or wasm",
  );
}
