// Paths that programs of every kind need. Built-ins only: setup runs before any package is installed.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * A program of the project's Python environment, such as "python" or "jupyter".
 *
 * @param {string} root the project's folder
 * @param {string} name
 */
export function environmentProgram(root, name) {
  return process.platform === "win32"
    ? join(root, ".venv", "Scripts", `${name}.exe`)
    : join(root, ".venv", "bin", name);
}

/**
 * The folder that `w2v gpu setup` fills; `npm ci` leaves it alone.
 *
 * @param {string} root the project's folder
 */
export function tensorflowFolder(root) {
  return join(root, "build", "tensorflow");
}
