import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";

export const shutdown: RepairCase = {
  repair: "shutdown",
  last: true, // it leaves a timer behind
  wanted: "the kernel ends when asked, even if a timer and a worker of a cell are still running",
  plain: "Jupyter waits and kills the kernel",
  steps: [
    {
      code: `import { Worker } from "node:worker_threads";
setInterval(() => {}, 1000);
new Worker("for (;;);", { eval: true });`,
    },
  ],
  holds({ shutdownReply, ended }) {
    expect(shutdownReply).toEqual({ status: "ok", restart: true });
    expect(ended).toBe(true);
  },
  fails({ shutdownReply, ended }) {
    expect(shutdownReply).toEqual({ restart: false });
    expect(ended).toBe(false);
  },
};
