import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { layout } from "./layout.mjs";

/**
 * @typedef {object} Installed The result of setup; read by the kernelspec, by w2v and by openBackend().
 * @property {"cuda" | "cpu"} build
 * @property {string} tensorflow
 * @property {string} [cudnn]
 * @property {string} device in words
 * @property {number} [memory] of a GPU, in bytes
 * @property {readonly string[]} libraries folders for LD_LIBRARY_PATH, relative; empty where the wheel finds CUDA itself
 */

/**
 * @param {string} root
 * @returns {Installed | undefined}
 */
export function readInstalled(root) {
  try {
    return JSON.parse(readFileSync(layout(root).installed, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @param {Installed} installed
 */
export function writeInstalled(root, installed) {
  const { installed: file } = layout(root);
  writeFileSync(`${file}.part`, `${JSON.stringify(installed, null, 2)}\n`);
  renameSync(`${file}.part`, file);
}

/** Deletes the record, so that nothing uses the addon until setup has finished again. @param {string} root */
export function forgetInstalled(root) {
  rmSync(layout(root).installed, { force: true });
}
