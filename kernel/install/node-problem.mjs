import { readFileSync } from "node:fs";

/** The oldest Node that runs the kernel: the one that package.json names. */
const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const OLDEST = String(engines.node).replace(/^>=/, "");

/**
 * What is wrong with a Node of this version, which must be able to `require` ES modules; undefined when nothing is.
 * @param {string} [version]
 * @returns {string | undefined}
 */
export function nodeProblem(version = process.versions.node) {
  const [major = Number.NaN, minor = Number.NaN] = version.split(".").map(Number);
  const [oldMajor = 0, oldMinor = 0] = OLDEST.split(".").map(Number);
  const recent = major > oldMajor || (major === oldMajor && minor >= oldMinor);
  return recent ? undefined : `${version}, wanted ${OLDEST} or newer`;
}
