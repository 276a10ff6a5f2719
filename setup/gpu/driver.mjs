import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runCommand } from "../command.mjs";

/**
 * @typedef {object} Gpu
 * @property {string} name
 * @property {string} [capability] compute capability, such as "8.6"
 * @property {string} [memory] as nvidia-smi writes it: "24576 MiB"
 */

/**
 * @typedef {object} Driver What is known about NVIDIA's driver.
 * @property {boolean} found
 * @property {string} [version]
 * @property {readonly Gpu[]} gpus empty when nvidia-smi is missing
 * @property {string} note how it was found, or why it was not
 */

const PROGRAMS = ["nvidia-smi", "/usr/lib/wsl/lib/nvidia-smi"];
const FOLDERS = [
  "/usr/lib/x86_64-linux-gnu",
  "/usr/lib64",
  "/usr/lib",
  "/usr/lib/wsl/lib",
  "/usr/local/nvidia/lib64",
];
const FIELDS = "name,driver_version,memory.total";

/**
 * Asks nvidia-smi. If that is missing, looks for the driver's library libcuda.so.1.
 *
 * @param {object} [machine]
 * @param {import("../command.mjs").RunCommand} [machine.run]
 * @param {(path: string) => boolean} [machine.exists]
 * @param {string | undefined} [machine.libraryPath] LD_LIBRARY_PATH
 * @returns {Driver}
 */
export function findDriver({
  run = runCommand,
  exists = existsSync,
  libraryPath = process.env.LD_LIBRARY_PATH,
} = {}) {
  for (const program of PROGRAMS) {
    // a driver before 510 does not know compute_cap
    for (const fields of [`${FIELDS},compute_cap`, FIELDS]) {
      const { status, output, missing } = run(program, [`--query-gpu=${fields}`, "--format=csv,noheader"]);
      if (missing) break;
      if (status === 0) return readAnswer(output);
      if (!/not a valid field/i.test(output)) {
        return { found: false, gpus: [], note: `nvidia-smi says: ${output.trim().split("\n")[0]}` };
      }
    }
  }
  const folders = [...(libraryPath ?? "").split(delimiter).filter(Boolean), ...FOLDERS];
  const library = folders.map((folder) => join(folder, "libcuda.so.1")).find(exists);
  return library === undefined
    ? { found: false, gpus: [], note: "neither nvidia-smi nor libcuda.so.1 is there" }
    : { found: true, gpus: [], note: `nvidia-smi is not there, but ${library}` };
}

/**
 * Reads lines such as "NVIDIA A10, 535.104.05, 23028 MiB, 8.6".
 *
 * @param {string} output
 * @returns {Driver}
 */
export function readAnswer(output) {
  const rows = output
    .trim()
    .split("\n")
    .map((line) => line.split(",").map((cell) => cell.trim()))
    .filter(([, version = ""]) => /^\d+\.\d/.test(version));
  const version = rows[0]?.[1];
  if (version === undefined) return { found: false, gpus: [], note: "nvidia-smi lists no GPU" };
  const gpus = rows.map(([name = "", , memory = "", capability = ""]) => ({
    name,
    ...(/^\d/.test(memory) && { memory }),
    ...(/^\d+\.\d+$/.test(capability) && { capability }),
  }));
  return { found: true, version, gpus, note: "by nvidia-smi" };
}

/**
 * The driver in words: "NVIDIA 535.104.05; NVIDIA A10, 23028 MiB, compute capability 8.6".
 *
 * @param {Driver} driver
 */
export function driverLine({ found, version, gpus, note }) {
  if (!found) return `none (${note})`;
  if (version === undefined) return `NVIDIA, version unknown (${note})`;
  const names = gpus.map(({ name, memory, capability }) =>
    [name, memory, capability && `compute capability ${capability}`].filter(Boolean).join(", "),
  );
  return [`NVIDIA ${version}`, ...names].join("; ");
}
