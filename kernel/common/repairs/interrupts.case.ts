import { expect } from "vitest";
import { HOST, type RepairCase, status } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const interrupts: RepairCase = {
  repair: "interrupts",
  alone: true,
  wanted: "a loop that calls interrupted() ends by itself, other code ends at its await",
  plain: "an interrupt fails the cell, but its code continues",
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
    {
      code: `let turns = 0, seen = 0, tidied = "no";
async function* endless() {
  try {
    for (;;) {
      yield turns++;
      await new Promise((done) => setTimeout(done, 5));
    }
  } finally {
    tidied = "yes";
  }
}
console.log("go");
for await (const turn of endless()) seen = turn;`,
      interruptOn: "go",
      stopOnError: false,
    },
    {
      code: `const then = seen;
await new Promise((done) => setTimeout(done, 50));
console.log(seen === then, tidied);`,
      stopOnError: false,
    },
    // Interrupt comes as soon as it prints: before the result is shown, or while
    ...Array.from({ length: 5 }, () => ({
      code: 'console.log("go");\n({ [Symbol.for("Jupyter.display")]: () => new Promise(() => {}) })',
      interruptOn: "go",
      mayHang: true,
      stopOnError: false,
    })),
  ],
  inNode: {
    steps: [
      {
        code: `process.once("SIGINT", () => {});
await new Promise((done) => setTimeout(done, 50));
console.log("go");
await new Promise((done) => setTimeout(done, 5000));`,
        interruptOn: "go",
        stopOnError: false,
      },
    ],
    holds: ({ cells }) => expect(cells[0]?.reply?.ename).toBe("Interrupted"),
  },
  holds(session) {
    expect(session.alive).toBe(true);
    expect(status(session, 0)).toBe("ok");
    expect(status(session, 1)).toBe("aborted");
    expect(printed(session.cells[2])).toBe("kept false\n");
    expect(session.cells[3]?.reply?.ename).toBe("Interrupted");
    expect(printed(session.cells[4])).toBe("true yes\n");
    for (const cell of session.cells.slice(5)) expect(cell.reply?.ename).toBe("Interrupted");
  },
  fails(session) {
    expect(status(session, 0)).toBe("error");
    expect(printed(session.cells[4])).toBe("false no\n");
  },
};
