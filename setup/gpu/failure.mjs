import { commandError } from "../command.mjs";
import { SetupError } from "../step.mjs";

/** @typedef {readonly [RegExp, (found: readonly string[]) => string, string]} Known cause and remedy of an output. */

/** @type {readonly Known[]} */
const KNOWN = [
  [
    /ENOSPC|No space left on device|Disk quota exceeded/i,
    () => "the disk is full",
    "free 3 GB on this disk (10 GB with CUDA)",
  ],
  [
    /No matching distribution found for (\S+)/i,
    ([, name]) => `the package index has no ${name} for this machine`,
    "it needs Linux on x86-64 with glibc 2.27 or newer, and an index with that release: see pip config list",
  ],
  [/No module named '?pip/i, () => "this Python has no pip", "npm run setup (creates .venv again)"],
  [
    /unrecognized command[- ]line option.*c\+\+17|invalid value 'c\+\+17'/i,
    () => "the compiler does not know C++17",
    "install g++ 8 or newer, or name a compiler with CXX=/path/to/g++",
  ],
  [
    /fatal error: (\S+): No such file or directory/i,
    ([, file]) => `the header ${file} is missing`,
    "w2v gpu remove and npm ci; for a header of C or C++ itself: apt install g++ libc6-dev",
  ],
  [
    /undefined symbol: (\w+)/i,
    ([, symbol]) => `its TensorFlow has no function ${symbol}`,
    "w2v gpu remove: addon and TensorFlow are of different versions",
  ],
  [
    /version `(GLIBC\w*_[\d.]+)' not found/i,
    ([, version]) => `the system has no ${version}`,
    "use a newer system, or W2V_BACKEND=wasm, which does not need it",
  ],
  [
    /(lib[\w.+-]+\.so[.\d]*): cannot open shared object file/i,
    ([, library]) => `the library ${library} was not found`,
    "w2v gpu remove; install a system library with the package manager",
  ],
  [
    /SIGILL|Illegal instruction|AVX\w* instructions/i,
    () => "this processor lacks instructions that TensorFlow's wheel uses (AVX)",
    "use W2V_BACKEND=wasm, which does not need them",
  ],
];

/**
 * The error of a step of `w2v gpu setup`: cause and remedy where they are known.
 *
 * @param {string} action for example "load the addon"
 * @param {import("../command.mjs").CommandResult} result
 */
export function gpuFailure(action, result) {
  for (const [pattern, cause, remedy] of KNOWN) {
    const found = pattern.exec(result.output);
    if (found) return new SetupError(`Cannot ${action}: ${cause(found)}`, `${remedy}; then w2v gpu setup`);
  }
  const { message } = commandError(action, result);
  const [problem = "", remedy = ""] = message.split(". Remedy: ");
  return new SetupError(problem, remedy.replace("npm run setup again", "w2v gpu setup again"));
}
