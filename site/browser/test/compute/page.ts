// In a page: hands jobs to its worker, one message port for each.
import type { JobMessage } from "./jobs.ts";

const worker = new Worker(new URL("compute-worker.js", location.href), { type: "module" });

/** The worker's result of a job, or its error. */
function compute(message: JobMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    worker.onerror = ({ message }) => reject(new Error(message));
    port1.onmessage = ({ data }: MessageEvent<{ gives?: unknown; error?: string }>) => {
      port1.close();
      if (data.error === undefined) resolve(data.gives);
      else reject(new Error(data.error));
    };
    worker.postMessage(message, [port2]);
  });
}

Object.assign(globalThis, { compute });
