import { existsSync, readdirSync } from "node:fs";
import { relative } from "node:path";
import { installKernel } from "../kernel.mjs";
import { step } from "../step.mjs";
import { buildAddon, requireCompiler } from "./build-addon.mjs";
import { chooseWheel } from "./choose-wheel.mjs";
import { driverLine, findDriver } from "./driver.mjs";
import { hasWheel, installWheel } from "./install-wheel.mjs";
import { layout } from "./layout.mjs";
import { cudaLibraries, cudnnVersion, deviceSaid, loadAddon, loadWithLibraries } from "./load-addon.mjs";
import { forgetInstalled, readInstalled, writeInstalled } from "./record.mjs";

/**
 * Builds the addon of cuda and native: the driver decides on the wheel, the wheel is installed, the addon is
 * compiled against it and loaded in another process; then the kernelspec is written again. Each step is skipped when
 * it was done before, and throws a SetupError with its remedy.
 *
 * @param {string} root the project's folder
 * @param {{ wanted?: "cuda" | "cpu" | undefined, out?: NodeJS.WritableStream }} [options]
 */
export async function setUpGpu(root, { wanted, out = process.stdout } = {}) {
  const driver = findDriver();
  await step("NVIDIA driver", () => driverLine(driver), out);
  if (wanted === undefined && (await useStock(root, driver, out))) return;
  const wheel = chooseWheel(driver, { wanted });
  out.write(`${wheel.build === "cuda" ? "CUDA" : "CPU alone"}: ${wheel.why}\n`);
  if (wheel.warning) out.write(`warning: ${wheel.warning}\n`);
  requireCompiler(root);
  if (!hasWheel(root, wheel)) {
    const size = wheel.build === "cuda" ? "several GB, 6.2 GB on disk" : "270 MB, 1.3 GB on disk";
    out.write(`${wheel.requirement} goes into build/tensorflow: ${size}\n`);
  }
  await step("TensorFlow", () => installWheel(root, wheel), out);
  forgetInstalled(root); // not earlier: if pip fails, the old installation still works
  await step("addon", () => buildAddon(root), out);
  await step("load test", () => testAddon(root, wheel), out);
  await step("Jupyter kernel", () => installKernel(root), out);
}

/**
 * The addon of `native` for the tests, or of `cuda` if that was set up: the same steps in one line. A failure is
 * reported, not thrown: the tests that need the addon are then skipped.
 *
 * @param {string} root
 */
export function setUpForTests(root) {
  try {
    const before = readInstalled(root);
    const wheel = chooseWheel({ found: false, gpus: [], note: "" }, { wanted: before?.build ?? "cpu" });
    requireCompiler(root);
    const done = [installWheel(root, wheel), buildAddon(root)];
    if (before && done.every((result) => result === "unchanged")) return "unchanged";
    forgetInstalled(root);
    return testAddon(root, wheel);
  } catch (error) {
    const kept = readInstalled(root) ? "kept as it is" : "not built, its tests are skipped";
    return `${kept}. ${error instanceof Error ? error.message : error}`;
  }
}

/**
 * The stock addon, if the package's own installer put one there: used if it loads and does not miss a CUDA GPU.
 *
 * @param {string} root
 * @param {import("./driver.mjs").Driver} driver
 * @param {NodeJS.WritableStream} out
 * @returns {Promise<boolean>}
 */
export async function useStock(root, driver, out) {
  const { stock, addon } = layout(root);
  if (!existsSync(stock) || existsSync(addon)) return false;
  let used = false;
  await step(
    "stock addon",
    () => {
      try {
        const { tensorflow, gpu } = loadAddon(stock);
        used = gpu || !driver.found;
        return `TensorFlow ${tensorflow} ${gpu ? "with" : "without"} a GPU: ${used ? "used" : "not used"}`;
      } catch (error) {
        return `not used: ${error instanceof Error ? error.message : error}`;
      }
    },
    out,
  );
  return used;
}

/**
 * Loads the addon, records what it is, and returns that as text.
 *
 * @param {string} root
 * @param {import("./choose-wheel.mjs").Wheel} wheel
 */
function testAddon(root, { build }) {
  const { addon, folder, wheel } = layout(root);
  const libraries = cudaLibraries(wheel);
  const loaded = loadWithLibraries(addon, { wantsGpu: build === "cuda", libraries });
  const gpu = loaded.gpu ? (deviceSaid(loaded.said) ?? { device: "a CUDA GPU" }) : { device: "the CPU" };
  const cudnn = cudnnVersion(readdirSync(wheel));
  writeInstalled(root, {
    build,
    tensorflow: loaded.tensorflow,
    ...(cudnn !== undefined && { cudnn }),
    ...gpu,
    libraries: loaded.needsLibraryPath ? libraries.map((path) => relative(folder, path)) : [],
  });
  const parts = [`TensorFlow ${loaded.tensorflow}`, cudnn && `cuDNN ${cudnn}`, `on ${gpu.device}`];
  const missed = build === "cuda" && !loaded.gpu ? `\n${gpuMissed(loaded.said)}` : "";
  return `${parts.filter(Boolean).join(", ")}${missed}`;
}

/**
 * Why TensorFlow's build for CUDA uses no GPU, in its own words. It works on the CPU, so this is not a failure.
 *
 * @param {string} said
 */
export function gpuMissed(said) {
  const lines = said.split("\n").filter((line) => /cuda|gpu|dso|Could not load/i.test(line));
  const words = (lines[0] ?? "it gave no reason").replace(/^\d{4}-\d\d-\d\d [\d:.]+: /, "");
  return (
    `warning: TensorFlow sees no CUDA device: ${words}\n` +
    "  fix: check nvidia-smi and CUDA_VISIBLE_DEVICES; w2v gpu setup --cpu installs the smaller build"
  );
}
