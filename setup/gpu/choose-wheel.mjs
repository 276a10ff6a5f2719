import { SetupError } from "../step.mjs";
import { TENSORFLOW } from "./layout.mjs";

/** The oldest driver for CUDA 12, by NVIDIA's rule that a minor version of CUDA runs on each driver of its major. */
const OLDEST_DRIVER = [525, 60, 13];
/** The oldest and the newest compute capability that TensorFlow's wheel has code for, or code to translate. */
const OLDEST_CAPABILITY = 6;
const NEWEST_CAPABILITY = 11;

/**
 * @typedef {object} Wheel
 * @property {"cuda" | "cpu"} build
 * @property {string} requirement for pip
 * @property {string} why
 * @property {string} [warning]
 */

/**
 * Which TensorFlow this machine gets.
 *
 * @param {import("./driver.mjs").Driver} driver
 * @param {{ wanted?: "cuda" | "cpu" | undefined, platform?: string, arch?: string }} [options]
 * @returns {Wheel}
 */
export function chooseWheel(driver, { wanted, platform = process.platform, arch = process.arch } = {}) {
  if (platform !== "linux" || arch !== "x64") {
    throw new SetupError(
      `Cannot build the native backend: it needs Linux on x86-64, and this is ${platform} on ${arch}`,
      "set W2V_BACKEND=webgpu for a GPU, or wasm; on Windows run this in WSL 2",
    );
  }
  if (wanted === "cuda") return cuda(driver, "--cuda was given");
  if (wanted === "cpu") return cpu("--cpu was given");
  if (!driver.found) return cpu("no NVIDIA driver was found");
  if (driver.version !== undefined && isOlder(driver.version, OLDEST_DRIVER)) {
    const oldest = OLDEST_DRIVER.join(".");
    return cpu(
      `NVIDIA's driver ${driver.version} is older than ${oldest}, which CUDA 12 needs: install a newer one for CUDA`,
    );
  }
  const newest = newestCapability(driver);
  if (newest !== undefined && newest < OLDEST_CAPABILITY) {
    return cpu(
      `compute capability ${newest} is below ${OLDEST_CAPABILITY}.0, the oldest that TensorFlow supports`,
    );
  }
  return cuda(driver, "an NVIDIA driver was found");
}

/** @param {string} why @returns {Wheel} */
function cpu(why) {
  return { build: "cpu", requirement: `tensorflow-cpu==${TENSORFLOW}`, why };
}

/** @param {import("./driver.mjs").Driver} driver @param {string} why @returns {Wheel} */
function cuda(driver, why) {
  const wheel = /** @type {const} */ ({
    build: "cuda",
    requirement: `tensorflow[and-cuda]==${TENSORFLOW}`,
    why,
  });
  const newest = newestCapability(driver);
  if (newest === undefined || newest <= NEWEST_CAPABILITY) return wheel;
  return {
    ...wheel,
    warning:
      `GPUs of compute capability ${newest} are reported to fail with TensorFlow's wheels (CUDA_ERROR_INVALID_PTX): ` +
      "if it does, W2V_BACKEND=webgpu uses the same GPU",
  };
}

/** @param {import("./driver.mjs").Driver} driver */
function newestCapability({ gpus }) {
  const known = gpus.map(({ capability }) => Number(capability)).filter((value) => value > 0);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/**
 * @param {string} version
 * @param {readonly number[]} oldest
 */
function isOlder(version, oldest) {
  const parts = version.split(".").map(Number);
  const at = oldest.findIndex((number, index) => (parts[index] ?? 0) !== number);
  return at !== -1 && (parts[at] ?? 0) < (oldest[at] ?? 0);
}
