import { host } from "#host";
import { openers } from "#tfjs";
import { type BackendChoice, backendChoice, chooseBackend } from "./choose-backend.ts";
import type { Backend, BackendName } from "./contract.ts";
import { installKernels } from "./install-kernels.ts";

const opened = new Map<BackendName, Backend>();
const asked = new Map<BackendChoice, Promise<Backend>>();

/**
 * Opens TensorFlow.js on the backend `choice`: "cuda", "webgpu", "native", "webgl", "wasm", "cpu", or "auto", which
 * takes the first that works: in Node of cuda, webgpu on a hardware GPU, native and wasm; in a browser of webgpu and
 * webgl on a hardware GPU, and wasm. Without `choice` the setting W2V_BACKEND
 * decides, and without that "auto". A second call gives the same opened backend and computes there again.
 *
 * A backend asked for by name never becomes another: it throws an Error with what is missing and a line "fix: …".
 * Throws RangeError for a name that does not exist.
 */
export async function openBackend(choice?: BackendChoice): Promise<Backend> {
  const wanted = backendChoice(choice ?? (host.setting("W2V_BACKEND") || "auto"));
  let opening = asked.get(wanted);
  if (!opening) {
    opening = open(wanted);
    asked.set(wanted, opening);
    opening.catch(() => asked.delete(wanted)); // the user may repair it and call again
  }
  const backend = await opening;
  const engine = engineOf(backend.name);
  if (backend.tf.getBackend() !== engine) await backend.tf.setBackend(engine);
  return backend;
}

/** The name that tfjs itself gives to the backend. */
function engineOf(name: BackendName): string {
  return name === "cuda" || name === "native" ? "tensorflow" : name;
}

async function open(choice: BackendChoice): Promise<Backend> {
  const before = choice === "auto" ? undefined : opened.get(choice);
  if (before) return before;
  const start = performance.now();
  const { name, opened: found, skipped } = await chooseBackend(choice, openers);
  installKernels(found.tf, engineOf(name));
  const report =
    `backend: ${name}, ${found.device}, TensorFlow.js ${found.tf.version_core}, ` +
    (found.largestTensor ? `tensors up to ${Math.floor(found.largestTensor / 2 ** 20)} MiB, ` : "") +
    `ready in ${Math.round(performance.now() - start)} ms` +
    (skipped.length > 0 ? ` (not used: ${skipped.join("; ")})` : "");
  const backend: Backend = { tf: found.tf, name, device: found.device, report, close };
  opened.set(name, backend);
  return backend;

  function close(): void {
    if (opened.get(name) !== backend) return;
    opened.delete(name);
    asked.clear();
    found.close();
  }
}
