import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Opened, Tensorflow } from "./contract.ts";
import { unusable } from "./unusable.ts";

const require = createRequire(import.meta.url);
const addon = "lib/napi-v8/tfjs_binding.node";
const install =
  "npm rebuild @tensorflow/tfjs-node-gpu --ignore-scripts=false (its installer downloads libtensorflow 2.9.1, " +
  "which needs CUDA 11.2 and cuDNN 8.1 for a GPU), or set W2V_BACKEND=wasm";

interface AddonBackend {
  readonly isUsingGpuDevice: boolean;
  readonly binding: { readonly TF_Version: string };
}

/** Opens tfjs-node-gpu: libtensorflow on CUDA, or on the CPU where there is no GPU. */
export function openAddon(name: "cuda" | "native"): Opened {
  const folder = addonFolder();
  if (folder === undefined)
    throw unusable(name, "npm package @tensorflow/tfjs-node-gpu is missing", "npm install");
  if (!existsSync(join(folder, addon))) {
    throw unusable(name, `the addon ${addon} of @tensorflow/tfjs-node-gpu is not built`, install);
  }
  const tf = loadAddon(name);
  tf.enableProdMode();
  const { isUsingGpuDevice, binding } = tf.backend() as unknown as AddonBackend;
  if (name === "cuda" && !isUsingGpuDevice) {
    throw unusable(
      name,
      `libtensorflow ${binding.TF_Version} sees no CUDA device`,
      "look at nvidia-smi, put the CUDA libraries on LD_LIBRARY_PATH, and set TF_CPP_MIN_LOG_LEVEL=0 to see why",
    );
  }
  const device = `libtensorflow ${binding.TF_Version} on ${isUsingGpuDevice ? "a CUDA GPU" : "the CPU"}`;
  return { tf, device, close: () => {} };
}

function addonFolder(): string | undefined {
  try {
    return dirname(require.resolve("@tensorflow/tfjs-node-gpu/package.json"));
  } catch {
    return undefined;
  }
}

/** Requires the addon, quiet and with memory taken as needed; settings of the user stay. */
function loadAddon(name: string): Tensorflow {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "3";
  process.env.TF_ENABLE_ONEDNN_OPTS ??= "0"; // one order of additions: the same numbers each run
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= "true";
  // Node 23 took these two away; tfjs-node 4.22 calls them (tensorflow/tfjs#8425).
  const util = require("node:util") as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
  try {
    return require("@tensorflow/tfjs-node-gpu") as Tensorflow;
  } catch (error) {
    throw unusable(name, `its addon does not load: ${(error as Error).message.split("\n", 1)}`, install);
  }
}
