import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";

/** As kernel-helpers finds its packages. */
const { resolve } = createRequire(join(projectRoot, "kernel-helpers/package.json"));

/** The binaries of tfjs' wasm backend that one thread needs, with SIMD and without. */
const BINARIES = ["tfjs-backend-wasm-simd.wasm", "tfjs-backend-wasm.wasm"];

/** Copies TensorFlow.js' WebAssembly into `folder`. */
export function copyWasm(folder: string): void {
  const dist = join(dirname(resolve("@tensorflow/tfjs-backend-wasm/package.json")), "dist");
  for (const name of BINARIES) copyFileSync(join(dist, name), join(folder, name));
}
