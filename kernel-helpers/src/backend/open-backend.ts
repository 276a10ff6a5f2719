import { host } from "#host";
import { openers } from "#tfjs";
import { type BackendChoice, backendChoice, chooseBackend } from "./choose-backend.ts";
import type { Backend, BackendName } from "./contract.ts";
import { installKernels } from "./install-kernels.ts";

const opened = new Map<BackendName, Backend>();
const asked = new Map<BackendChoice, Promise<Backend>>();

/**
 * Opens TensorFlow.js on the backend `choice`: "cuda", "webgpu", "native", "webgl", "wasm", "cpu", or "auto", which
 * takes the first that works: in Node cuda, webgpu on a hardware GPU, native, wasm; in a browser webgpu and webgl on a
 * hardware GPU, wasm. Without `choice` the setting W2V_BACKEND decides; the default is "auto". A second call returns
 * the backend that is already open and makes TensorFlow.js compute there again.
 *
 * A backend asked for by name is never replaced by another: it throws an Error that says what is missing, with a line
 * "fix: …". Throws RangeError for an unknown name.
 */
export async function openBackend(choice?: BackendChoice): Promise<Backend> {
  const wanted = backendChoice(choice ?? (host.setting("W2V_BACKEND") || "auto"));
  let opening = asked.get(wanted);
  if (!opening) {
    opening = open(wanted);
    asked.set(wanted, opening);
    opening.catch(() => asked.delete(wanted)); // the user may fix the problem and call again
  }
  const backend = await opening;
  const engine = engineOf(backend.name);
  if (backend.tf.getBackend() !== engine) await backend.tf.setBackend(engine);
  return backend;
}

/** tfjs' own name for the backend. */
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
    skipped.map((reason) => `\n  not used: ${reason}`).join("");
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
