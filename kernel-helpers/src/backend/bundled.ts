import type { Opened, Tensorflow } from "./contract.ts";
import { unusable } from "./unusable.ts";

/** Opens a backend that needs nothing from the machine. */
export async function openBundled(name: "wasm" | "cpu", load: () => Promise<Tensorflow>): Promise<Opened> {
  const tf = await load();
  tf.enableProdMode(); // before the first tensor: no banner
  if (!(await tf.setBackend(name))) throw unusable(name, "tfjs could not start it", "npm install");
  await tf.ready();
  const simd = name === "wasm" && (await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"));
  const device = name === "cpu" ? "plain JavaScript, for tests" : `1 thread, ${simd ? "SIMD" : "no SIMD"}`;
  // 32-bit addresses: tfjs' module asks for 65,536 pages at most. "cpu" is limited only by JavaScript's array memory.
  const memory = name === "wasm" ? 2 ** 32 : undefined;
  return { tf, device, memory, close: () => {} };
}
