import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

/** Loops during which no message can be read: from the start, after an await, and between awaits that take no time. */
const LOOPS = [
  'console.log("go"); while (true) {}',
  'await new Promise((done) => setTimeout(done, 20)); console.log("go"); while (true) {}',
  'console.log("go"); await new Promise((done) => setTimeout(done, 20)); while (true) await null;',
];

export const channels: RepairCase = {
  repair: "channels",
  last: true, // it uses AsyncLocalStorage, and afterwards no loop is terminated
  alone: true,
  wanted: "while a cell runs a loop, heartbeat and Interrupt work, again and again",
  plain: "the heartbeat stops while a cell runs a loop, and interrupt_request is unknown",
  steps: [
    {
      code: 'console.log("go");\nfor (const end = Date.now() + 2000; Date.now() < end; );',
      beatOn: "go",
      stopOnError: false,
    },
    { code: "const kept = 1;", stopOnError: false },
    {
      code: `import * as children from "node:child_process";
console.log("go");
for (let i = 0; i < 3; i++) children.spawnSync("sleep", ["10"]);
console.log("went on");`,
      interruptOn: "go",
      stopOnError: false,
      mayHang: true,
    },
    ...LOOPS.map((code) => ({ code, interruptOn: "go", stopOnError: false, mayHang: true })),
    { code: "console.log(kept);", stopOnError: false, mayHang: true },
    {
      code: `const asking = (globalThis as any)[Symbol.for("word2vec-lab.host")];
asking.interrupted();
console.log("go");
for (const end = Date.now() + 1200; Date.now() < end; );
await new Promise((done) => setTimeout(done, 10));
console.log("ends well", asking.interrupted());`,
      interruptOn: "go",
      stopOnError: false,
      mayHang: true,
    },
    {
      code: `import { AsyncLocalStorage } from "node:async_hooks";
console.log("go");
await new AsyncLocalStorage().run(1, async () => {
  for (const end = Date.now() + 1000; Date.now() < end; );
});`,
      interruptOn: "go",
      stopOnError: false,
      mayHang: true,
    },
  ],
  holds({ cells, alive }) {
    expect(cells[0]?.beat).toBe(true);
    for (const loop of cells.slice(2, 6)) {
      expect(loop.reply?.ename).toBe("Interrupted");
      expect(loop.secondsAfterInterrupt).not.toBe(null);
    }
    expect(printed(cells[2])).toBe("go\n");
    expect(printed(cells[6])).toBe("1\n");
    expect(printed(cells[7])).toBe("go\nends well true\n");
    // terminating such a loop would end Node
    expect([cells[8]?.idle, alive]).toEqual([true, true]);
  },
  fails({ cells }) {
    expect(cells[0]?.beat).toBe(false);
    expect(cells[3]?.reply).toBe(null);
  },
};
