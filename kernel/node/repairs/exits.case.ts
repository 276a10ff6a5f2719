import { expect } from "vitest";
import { type RepairCase, status } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

/** Calls that would end the kernel. */
const ENDS = [
  "\nprocess.exit(3);",
  "\nprocess.abort();",
  "\n(process as any).reallyExit(3);",
  "\nprocess.kill(process.pid);",
  '\nprocess.kill(process.pid, "SIGKILL");',
  "\nprocess.kill(0, 9);",
];

export const exits: RepairCase = {
  repair: "exits",
  alone: true,
  wanted: "calls that would end the kernel are errors of the cell; other processes and workers can be ended",
  plain: "process.exit() ends the kernel",
  steps: [
    ...ENDS.map((code) => ({ code, stopOnError: false })),
    {
      code: `import { once } from "node:events";
import { spawn } from "node:child_process";
import { Worker } from "node:worker_threads";
process.exitCode = 3;
console.log(process.kill(process.pid, 0), process.kill(process.pid, "SIGWINCH"));
const heard = once(process, "SIGUSR2");
process.kill(process.pid, "SIGUSR2");
console.log((await heard)[0]);
const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
process.kill(child.pid!);
console.log((await once(child, "exit"))[1]);
const worker = new Worker("process.exit(4)", { eval: true });
console.log((await once(worker, "exit"))[0]);`,
      stopOnError: false,
    },
    {
      code: 'setTimeout(() => process.kill(process.pid, "SIGINT"), 50);\nawait new Promise((done) => setTimeout(done, 5000));',
      stopOnError: false,
    },
    {
      code: `process.removeAllListeners();
setTimeout(() => process.kill(process.pid, "SIGINT"), 50);
setTimeout(() => { throw new TypeError("uncaught"); });
await new Promise((done) => setTimeout(done, 5000));`,
      stopOnError: false,
    },
    { code: "console.log(typeof process.exit);", stopOnError: false },
  ],
  holds(session) {
    const { cells, alive } = session;
    expect(alive).toBe(true);
    ENDS.forEach((code, i) => {
      expect(cells[i]?.reply?.evalue, code).toMatch(
        /^Cannot end the kernel from a cell: .* Kernel > Restart/,
      );
      const frames = cells[i]?.reply?.traceback?.slice(1);
      expect(frames, code).toEqual([expect.stringMatching(/^ {4}at cell \d+, line 2$/)]);
    });
    const [others, interrupted, heard, after] = cells.slice(ENDS.length);
    expect(printed(others)).toBe("true true\nSIGUSR2\nSIGTERM\n4\n");
    expect(interrupted?.reply?.ename).toBe("Interrupted");
    expect(heard?.reply?.ename).toBe("Interrupted");
    expect(printed(heard, "stderr")).toMatch(/^Uncaught in a callback: TypeError: uncaught\n/);
    expect(status(session, cells.length - 1)).toBe("ok");
    expect(printed(after)).toBe("function\n");
  },
  fails: ({ alive }) => expect(alive).toBe(false),
};
