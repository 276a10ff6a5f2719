import { type BackendName, explainBackends, openBackend } from "kernel-helpers";
import type { OpenResult } from "./outcome.ts";

/** Opens the backend and lets it add three numbers. Throws Error with the remedy if it cannot be opened. */
export async function* opening(name: BackendName): AsyncGenerator<OpenResult> {
  const start = performance.now();
  const { tf, device, report, close } = await openBackend(name);
  const sum = tf.tidy(() => tf.sum(tf.ones([3])));
  const [three] = await sum.data();
  const firstResult = Math.round(performance.now() - start);
  if (three !== 3) throw new Error(`Cannot compute on ${name}: 1 + 1 + 1 is ${three}`);
  close();
  const [{ software = false } = {}] = await explainBackends([name]);
  yield { device, report, software, firstResult };
}
