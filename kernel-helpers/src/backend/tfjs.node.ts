import { createRequire } from "node:module";
import { openAddon } from "./addon.node.ts";
import { openBundled } from "./bundled.ts";
import type { BackendName, Openers, Tensorflow } from "./contract.ts";
import { unusable } from "./unusable.ts";
import { requireVulkan } from "./vulkan.node.ts";
import { type Gpu, openWebGpu } from "./webgpu.ts";

// With require, because the kernel turns a lesson's `import * as tf` into a require: both get the same TensorFlow.js.
const require = createRequire(import.meta.url);

/** The backends of Node, best first. */
export const names: readonly BackendName[] = ["cuda", "webgpu", "native", "wasm", "cpu"];

/** How each backend opens in Node. */
export const openers: Openers = {
  cuda: () => openAddon("cuda"),
  native: () => openAddon("native"),
  webgpu,
  webgl: () => Promise.reject(unusable("webgl", "Node has no WebGL", "use webgpu, native or wasm")),
  wasm: () => openBundled("wasm", async () => load("@tensorflow/tfjs-backend-wasm")),
  cpu: () => openBundled("cpu", async () => load()),
};

function load(plugin?: string): Tensorflow {
  const tf = require("@tensorflow/tfjs") as Tensorflow;
  if (plugin !== undefined) require(plugin);
  return tf;
}

let gpu: Gpu | undefined;

async function webgpu(): ReturnType<typeof openWebGpu> {
  const dawn = await import("webgpu").catch((error: Error) => {
    throw unusable(
      "webgpu",
      `npm package webgpu does not load: ${error.message.split("\n", 1)}`,
      "npm install",
    );
  });
  if (gpu === undefined) await requireVulkan(require.resolve("webgpu"));
  const scope = Object.assign(globalThis, dawn.globals) as { navigator?: object };
  scope.navigator ??= {}; // Node 20 has none
  // One Dawn instance per process: with one per opening, the process may crash when it ends.
  gpu ??= dawn.create([]) as unknown as Gpu;
  Object.defineProperty(scope.navigator, "gpu", { value: gpu, configurable: true });
  return openWebGpu(gpu, async () => load("@tensorflow/tfjs-backend-webgpu"));
}
