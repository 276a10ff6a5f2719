import { expect } from "vitest";
import { printed } from "../kernel-session.ts";
import { HOST, type RepairCase, status } from "../repair-case.ts";

export const interrupts: RepairCase = {
  repair: "interrupts",
  alone: true,
  wanted:
    "a loop that asks interrupted() ends by itself and keeps its variables; no interrupt kills the kernel",
  plain: "an interrupt fails the cell while its code goes on, or kills the kernel",
  steps: [
    {
      code: `${HOST}async function* ticks() {
  for (let i = 0; ; i++) {
    yield i;
    await new Promise((done) => setTimeout(done, 5));
  }
}
for await (const i of ticks()) {
  if (host.interrupted()) break;
  if (i === 0) console.log("go");
}
const kept = "kept";`,
      interruptOn: "go",
      stopOnError: false,
      queued: true,
    },
    { code: 'console.log("sent before the interrupt");', stopOnError: false },
    { code: "console.log(kept, host.interrupted());", stopOnError: false },
    { code: 'console.log("go"); while (true) {}', interruptOn: "go", stopOnError: false },
    {
      code: `process.once("SIGINT", () => {});
await new Promise((done) => setTimeout(done, 50));
console.log("go");
await new Promise((done) => setTimeout(done, 5000));`,
      interruptOn: "go",
      stopOnError: false,
    },
  ],
  holds(session) {
    expect(session.alive).toBe(true);
    expect(status(session, 0)).toBe("ok");
    expect(status(session, 1)).toBe("aborted");
    expect(printed(session.cells[2])).toBe("kept false\n");
    for (const i of [3, 4]) expect(session.cells[i]?.reply?.ename).toBe("Interrupted");
  },
  fails(session) {
    expect(session.alive).toBe(false);
    expect(status(session, 0)).toBe("error");
  },
};
