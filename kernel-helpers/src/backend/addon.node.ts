import { createRequire } from "node:module";
import { totalmem } from "node:os";
import type { KernelBackend } from "@tensorflow/tfjs";
import { type AddonFile, findAddon, packageFolder } from "./addon-file.node.ts";
import type { Opened, Tensorflow } from "./contract.ts";
import { unusable } from "./unusable.ts";

const require = createRequire(import.meta.url);
const setUp = "w2v gpu setup (or npm run setup:gpu), or set W2V_BACKEND=wasm";

/** The compiled part of @tensorflow/tfjs-node-gpu. */
interface Binding {
  readonly TF_Version: string;
  isUsingGpuDevice(): boolean;
}

/** The addon that this process loaded: libtensorflow can only be started once, with a GPU or without. */
let loaded: { readonly tf: Tensorflow; readonly binding: Binding; readonly gpuHidden: boolean } | undefined;

/** Opens libtensorflow on CUDA, or on the CPU even if there is a GPU. A process can open only one of the two. */
export async function openAddon(
  name: "cuda" | "native",
  find: () => AddonFile | undefined = findAddon,
): Promise<Opened> {
  if (packageFolder() === undefined)
    throw unusable(name, "npm package @tensorflow/tfjs-node-gpu is missing", "npm install");
  const file = find();
  if (file === undefined) throw notBuilt(name);
  if (name === "cuda" && file.build === "cpu") {
    const fix =
      "with an NVIDIA GPU and its driver (see nvidia-smi) run w2v gpu setup; without a GPU this backend is not needed";
    throw unusable(name, "TensorFlow's build for the CPU is installed", fix);
  }
  loaded ??= load(name, file);
  const { tf, binding, gpuHidden } = loaded;
  requireDevice(name, binding, gpuHidden);
  const where = name === "cuda" ? (file.gpu?.device ?? "a CUDA GPU") : "the CPU";
  const memory = name === "cuda" ? file.gpu?.memory : processMemory();
  await tf.setBackend("tensorflow");
  return { tf, device: `libtensorflow ${binding.TF_Version} on ${where}`, memory, close: () => {} };
}

/** The error when there is no addon, with a remedy: `w2v gpu setup` only works if `system` is Linux on x86-64. */
export function notBuilt(name: "cuda" | "native", system = `${process.platform} ${process.arch}`): Error {
  if (system === "linux x64")
    return unusable(name, "the addon of @tensorflow/tfjs-node-gpu is not built", setUp);
  const windows = system.startsWith("win32") ? ", or open the course in WSL 2" : "";
  return unusable(
    name,
    `it needs Linux on x86-64, and this is ${system}`,
    `not needed: webgpu uses a GPU here, and wasm always works${windows}`,
  );
}

/** Bytes of memory that this process may use; a container's limit where there is one. */
function processMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Throws the error of `unusable` when libtensorflow runs on a device other than the one `name` asks for. */
function requireDevice(name: "cuda" | "native", binding: Binding, gpuHidden: boolean): void {
  const gpu = binding.isUsingGpuDevice();
  if (gpu === (name === "cuda")) return;
  if (gpu || gpuHidden) {
    const other = gpu ? "cuda" : "native";
    throw unusable(
      name,
      `this process has already opened ${other}, and libtensorflow cannot change its device`,
      `restart the kernel, or start another process, with W2V_BACKEND=${name}`,
    );
  }
  throw unusable(
    name,
    `libtensorflow ${binding.TF_Version} sees no CUDA device`,
    "look at nvidia-smi and CUDA_VISIBLE_DEVICES, run w2v gpu setup again, and set TF_CPP_MIN_LOG_LEVEL=0 to see why",
  );
}

/**
 * Loads the addon and registers tfjs-node's kernels and backend, without log output and with GPU memory allocated as
 * needed; the user's settings take precedence. The package's own index.js would look for the addon in node_modules,
 * where `npm ci` deletes it.
 */
function load(name: "cuda" | "native", file: AddonFile): NonNullable<typeof loaded> {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "3";
  process.env.TF_ENABLE_ONEDNN_OPTS ??= "0"; // a fixed order of additions: the same numbers each run
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= "true";
  if (name === "native") process.env.CUDA_VISIBLE_DEVICES = "-1"; // the addon uses any GPU that it sees
  // tfjs-node 4.22 calls these two (tensorflow/tfjs#8425): Node 22 warns about them, Node 23 removed them.
  const util = require("node:util") as Record<string, unknown>;
  util.isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  util.isArray = Array.isArray;
  try {
    const binding = require(file.path) as Binding;
    const tf = require("@tensorflow/tfjs") as Tensorflow;
    tf.enableProdMode();
    require("@tensorflow/tfjs-node-gpu/dist/register_all_kernels");
    const { NodeJSKernelBackend } = require("@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend") as {
      readonly NodeJSKernelBackend: new (binding: Binding, packageName: string) => KernelBackend;
    };
    const backend = new NodeJSKernelBackend(binding, "@tensorflow/tfjs-node-gpu");
    tf.registerBackend("tensorflow", () => backend, 0);
    return { tf, binding, gpuHidden: name === "native" };
  } catch (error) {
    throw unusable(name, `its addon does not load: ${(error as Error).message.split("\n", 1)}`, setUp);
  }
}
