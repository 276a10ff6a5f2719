import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * The variables that TensorFlow must find in a process's environment when the process starts; empty before
 * `w2v gpu setup`. Log level and GPU memory could be set later too; LD_LIBRARY_PATH, for the CUDA libraries that are
 * not found without it, could not.
 *
 * @param {string} folder what `w2v gpu setup` fills: `tensorflowFolder()`
 * @returns {Record<string, string>}
 */
export function tensorflowEnvironment(folder) {
  const file = join(folder, "installed.json");
  if (!existsSync(file)) return {};
  const { libraries = [] } = JSON.parse(readFileSync(file, "utf8"));
  const paths = libraries.map((/** @type {string} */ path) => join(folder, path));
  return {
    TF_CPP_MIN_LOG_LEVEL: "3",
    TF_ENABLE_ONEDNN_OPTS: "0",
    TF_FORCE_GPU_ALLOW_GROWTH: "true",
    ...(paths.length > 0 && { LD_LIBRARY_PATH: paths.join(delimiter) }),
  };
}
