import { join } from "node:path";
import { tensorflowFolder } from "../paths.mjs";

/** The one TensorFlow version that the addon, tests and documents are written for. */
export const TENSORFLOW = "2.21.0";

/**
 * Everything of `w2v gpu` lies in one folder that `npm ci` leaves alone; deleting it undoes everything.
 *
 * @param {string} root the project's folder
 */
export function layout(root) {
  const folder = tensorflowFolder(root);
  return {
    folder,
    /** The wheel and, with CUDA, its libraries next to it, as in the site-packages of a Python environment. */
    wheel: join(folder, "wheel"),
    /** The package in it: two shared libraries and their headers. */
    package: join(folder, "wheel", "tensorflow"),
    addon: join(folder, "addon", "tfjs_binding.node"),
    /** Written at the end, when the addon was loaded; see kernel-helpers/src/backend/addon-file.node.ts. */
    installed: join(folder, "installed.json"),
    /** What @tensorflow/tfjs-node-gpu has of C++ and where its own installer puts its addon. */
    sources: join(root, "node_modules/@tensorflow/tfjs-node-gpu/binding"),
    stock: join(root, "node_modules/@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node"),
    headers: join(root, "node_modules/node-api-headers/include"),
  };
}
