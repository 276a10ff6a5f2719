import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** The folder that `w2v gpu setup` fills, found from src and from dist alike. */
const tensorflow: string = fileURLToPath(new URL("../../../build/tensorflow", import.meta.url));

/** A built addon of @tensorflow/tfjs-node-gpu. */
export interface AddonFile {
  readonly path: string;
  /**
   * What it is linked against: TensorFlow's wheel with CUDA or without, or "stock": libtensorflow 2.9.1, which the
   * package's own installer downloads for CUDA 11.2.
   */
  readonly build: "cuda" | "cpu" | "stock";
  /** The GPU found at setup, in words, and its memory in bytes. */
  readonly gpu?: { readonly device: string; readonly memory?: number } | undefined;
}

/** The addon that `w2v gpu setup` built, or else the stock one, or else undefined. */
export function findAddon(folder: string = tensorflow): AddonFile | undefined {
  const own = join(folder, "addon/tfjs_binding.node");
  const record = readRecord(folder);
  if (record !== undefined && existsSync(own)) {
    const { build, device, memory } = record;
    const gpu = memory === undefined ? undefined : { device, memory };
    return { path: own, build, gpu };
  }
  const stock = join(packageFolder() ?? "", "lib/napi-v8/tfjs_binding.node");
  return existsSync(stock) ? { path: stock, build: "stock" } : undefined;
}

/** What setup/gpu/record.mjs writes. */
interface Installed {
  readonly build: "cuda" | "cpu";
  readonly device: string;
  readonly memory?: number;
}

/** What `w2v gpu setup` wrote after its last step; undefined before that. */
function readRecord(folder: string): Installed | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "installed.json"), "utf8")) as Installed;
  } catch {
    return undefined;
  }
}

/** The folder of @tensorflow/tfjs-node-gpu; undefined when it is not installed. */
export function packageFolder(): string | undefined {
  try {
    return dirname(require.resolve("@tensorflow/tfjs-node-gpu/package.json"));
  } catch {
    return undefined;
  }
}
