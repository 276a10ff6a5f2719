import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { runCommand } from "../command.mjs";
import { fingerprint, isStamped, SetupError, stamp } from "../step.mjs";
import { gpuFailure } from "./failure.mjs";
import { layout } from "./layout.mjs";

const ACTION = "compile the addon of @tensorflow/tfjs-node-gpu";
const GET = "install it (Debian, Ubuntu: apt install g++; Fedora: dnf install gcc-c++; Arch: pacman -S gcc)";

/** The compiler; CXX can name another one. */
export function compiler() {
  return process.env.CXX || "g++";
}

/**
 * The arguments of g++. The addon finds TensorFlow by a relative path, so a moved clone still works;
 * TensorFlow finds CUDA's libraries in the same way.
 *
 * @param {string} root
 * @param {string} out
 */
export function compilerArguments(root, out) {
  const { package: files, sources, headers, addon } = layout(root);
  return [
    ...["-std=c++17", "-O2", "-fPIC", "-shared", "-DNAPI_VERSION=8"],
    ...[headers, join(files, "include"), dirname(sources)].map((folder) => `-I${folder}`),
    ...["tfjs_backend.cc", "tfjs_binding.cc"].map((name) => join(sources, name)),
    ...["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"].map((name) => join(files, name)),
    `-Wl,-rpath,$ORIGIN/${relative(dirname(addon), files)}`,
    ...["-o", out],
  ];
}

/**
 * Throws a SetupError unless there are sources, headers and a compiler; returns the compiler's version line. Called
 * before anything is downloaded.
 *
 * @param {string} root
 * @param {{ run?: import("../command.mjs").RunCommand }} [options]
 */
export function requireCompiler(root, { run = runCommand } = {}) {
  const { sources, headers } = layout(root);
  for (const folder of [sources, headers]) {
    if (!existsSync(folder)) throw new SetupError(`Cannot ${ACTION}: there is no ${folder}`, "npm ci");
  }
  const cxx = compiler();
  const { missing, output } = run(cxx, ["--version"]);
  if (!missing) return output;
  throw new SetupError(`Cannot ${ACTION}: ${cxx} is not on the PATH`, `${GET}; then w2v gpu setup`);
}

/**
 * Compiles the addon into build/tensorflow/addon, unless its sources, TensorFlow and the compiler are as before.
 *
 * @param {string} root
 * @param {{ run?: import("../command.mjs").RunCommand }} [options]
 */
export function buildAddon(root, { run = runCommand } = {}) {
  const { addon, sources, wheel } = layout(root);
  const version = requireCompiler(root, { run });
  const mark = `${addon}.w2v-setup`;
  const texts = readdirSync(sources).map((name) => readFileSync(join(sources, name), "utf8"));
  const value = fingerprint([version, readFileSync(join(wheel, ".w2v-setup"), "utf8"), ...texts]);
  if (existsSync(addon) && isStamped(mark, value)) return "unchanged";
  mkdirSync(dirname(addon), { recursive: true });
  const result = run(compiler(), compilerArguments(root, `${addon}.part`));
  if (result.status !== 0) throw gpuFailure(ACTION, result);
  renameSync(`${addon}.part`, addon);
  stamp(mark, value);
  return `compiled by ${version.split("\n")[0]}`;
}
