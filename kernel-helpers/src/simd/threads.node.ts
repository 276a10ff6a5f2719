import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { type ThreadWorker, threadGroup } from "./thread-group.ts";
import { threadSource } from "./thread-source.ts";
import type { Threads, ThreadTask } from "./threads.portable.ts";

const PROGRAM = `const { parentPort: port } = require("node:worker_threads");${threadSource}`;

/** Starts Node's workers; they keep the process alive only while they work. */
export function startThreads(task: ThreadTask): Promise<Threads> {
  return threadGroup(task.threads.map(newWorker), task);
}

function newWorker(): ThreadWorker {
  const worker = new Worker(PROGRAM, { eval: true });
  let ended = false;
  return {
    send(message) {
      worker.ref();
      worker.postMessage(message);
    },
    listen(done, failed) {
      worker.on("message", () => {
        worker.unref();
        done();
      });
      worker.on("error", ({ message }) => failed(message));
      worker.on("exit", (code) => {
        if (!ended) failed(`it ended with code ${code}`);
      });
    },
    end() {
      ended = true;
      void worker.terminate();
    },
  };
}

/** V8's flag in Node 20; later versions have relaxed SIMD without it and ignore the name. */
export function allowRelaxed(): void {
  setFlagsFromString("--experimental-wasm-relaxed-simd");
}
