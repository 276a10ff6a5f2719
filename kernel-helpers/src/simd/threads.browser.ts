import { type ThreadWorker, threadGroup } from "./thread-group.ts";
import { threadSource } from "./thread-source.ts";
import type { Threads, ThreadTask } from "./threads.portable.ts";

/** Starts workers in the browser, inside the kernel's own. */
export function startThreads(task: ThreadTask): Promise<Threads> {
  const url = URL.createObjectURL(
    new Blob([`const port = self;${threadSource}`], { type: "text/javascript" }),
  );
  const workers = task.threads.map(() => newWorker(url));
  return threadGroup(workers, task).finally(() => URL.revokeObjectURL(url));
}

function newWorker(url: string): ThreadWorker {
  const worker = new Worker(url);
  return {
    send: (message) => worker.postMessage(message),
    listen(done, failed) {
      worker.onmessage = done;
      worker.onerror = ({ message }) => failed(message);
    },
    end: () => worker.terminate(),
  };
}

/** Browsers have relaxed SIMD without a flag, or not at all. */
export function allowRelaxed(): void {
  // nothing to do
}
