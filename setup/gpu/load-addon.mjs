import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gpuFailure } from "./failure.mjs";

const PROBE = fileURLToPath(new URL("probe.cjs", import.meta.url));

/**
 * @typedef {object} Loaded What an addon reported about itself.
 * @property {string} tensorflow
 * @property {boolean} gpu
 * @property {string} said what TensorFlow wrote meanwhile
 */

/**
 * Loads an addon in a separate process and computes with it.
 *
 * @param {string} addon
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Loaded}
 */
export function loadAddon(addon, env = {}) {
  const settings = {
    TF_CPP_MIN_LOG_LEVEL: "0",
    TF_ENABLE_ONEDNN_OPTS: "0",
    TF_FORCE_GPU_ALLOW_GROWTH: "true",
  };
  const done = spawnSync(process.execPath, [PROBE, addon], {
    encoding: "utf8",
    env: { ...process.env, ...settings, ...env },
  });
  const output = `${done.stderr}${done.signal ?? ""}`;
  if (done.status !== 0) throw gpuFailure("load the addon", { status: done.status, output, missing: false });
  return { ...JSON.parse(done.stdout), said: done.stderr };
}

/**
 * Loads the addon as it is. If it should see a GPU and does not, loads it with CUDA's libraries on LD_LIBRARY_PATH; says
 * whether that helped.
 *
 * @param {string} addon
 * @param {{ wantsGpu: boolean, libraries: readonly string[], load?: typeof loadAddon }} options
 * @returns {Loaded & { needsLibraryPath: boolean }}
 */
export function loadWithLibraries(addon, { wantsGpu, libraries, load = loadAddon }) {
  const plain = load(addon);
  if (!wantsGpu || plain.gpu || libraries.length === 0) return { ...plain, needsLibraryPath: false };
  const helped = load(addon, { LD_LIBRARY_PATH: libraries.join(delimiter) });
  return helped.gpu ? { ...helped, needsLibraryPath: true } : { ...plain, needsLibraryPath: false };
}

/**
 * The folders of CUDA's libraries beside the wheel: nvidia/cublas/lib and the like.
 *
 * @param {string} wheel
 */
export function cudaLibraries(wheel) {
  const nvidia = join(wheel, "nvidia");
  if (!existsSync(nvidia)) return [];
  return readdirSync(nvidia)
    .sort()
    .map((name) => join(nvidia, name, "lib"))
    .filter((folder) => existsSync(folder));
}

/**
 * The version of cuDNN among the packages of the wheel's folder; undefined without CUDA.
 *
 * @param {readonly string[]} names such as "nvidia_cudnn_cu12-9.14.0.64.dist-info"
 */
export function cudnnVersion(names) {
  return names.map((name) => /^nvidia_cudnn_cu\d+-([\d.]+)\.dist-info$/.exec(name)?.[1]).find(Boolean);
}

/**
 * The device in TensorFlow's own words, from the line "Created device … with 21400 MB memory: … name: NVIDIA A10, …,
 * compute capability: 8.6"; undefined if there is no such line. `memory` is in bytes.
 *
 * @param {string} said
 */
export function deviceSaid(said) {
  const found =
    /Created device .*?with (\d+) MB memory.*? name: (.+?), pci.*?compute capability: ([\d.]+)/.exec(said);
  if (!found) return undefined;
  return { device: `${found[2]}, compute capability ${found[3]}`, memory: Number(found[1]) * 2 ** 20 };
}
