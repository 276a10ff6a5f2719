import { optionName } from "../base/index.ts";
import type { Threads, ThreadTask } from "./threads.portable.ts";

/** A worker of Node or of the browser. */
export interface ThreadWorker {
  /** Sends it a message. */
  send(message: unknown): void;
  /** Calls `done` at each answer and `failed` when the worker has failed. */
  listen(done: () => void, failed: (reason: string) => void): void;
  /** Ends it at once. */
  end(): void;
}

/** Gives each worker its part of the task and waits until all are ready. */
export async function threadGroup(workers: readonly ThreadWorker[], task: ThreadTask): Promise<Threads> {
  let settle: { resolve(): void; reject(error: Error): void } | undefined;
  let waiting = 0;
  for (const worker of workers) {
    worker.listen(
      () => {
        if (--waiting === 0) settle?.resolve();
      },
      (reason) => settle?.reject(threadFailed(reason)),
    );
  }
  function all(message: (i: number) => unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      settle = { resolve, reject };
      waiting = workers.length;
      workers.forEach((worker, i) => {
        worker.send(message(i));
      });
    });
  }

  const { module, memory, parameters, threads } = task;
  const group = {
    round: () => all(() => "round"),
    close: () => {
      for (const worker of workers) worker.end();
      settle?.reject(new Error("Cannot go on: the training was closed. Remedy: start it again"));
    },
  };
  try {
    await all((i) => ({ module, memory, parameters, thread: threads[i] }));
  } catch (error) {
    group.close();
    throw error;
  }
  return group;
}

function threadFailed(reason: string): Error {
  return new Error(
    `Cannot train in several threads: one of them failed: ${reason}. Remedy: use the engine with ${optionName("threads")} 1`,
  );
}
