import { expect } from "vitest";
import type { RepairCase } from "../../../test/repair-case.ts";
import { printed, type Step } from "../../../test/session.ts";

/** Endless loops of every kind, each interrupted as soon as it prints. */
const LOOPS = [
  "for (;;) {}",
  "while (true) turns++;",
  "do turns++; while (turns > 0);",
  "function* forever() { for (;;) yield 1; }\nfor (const one of forever()) turns += one;",
  "for (;;) { try { for (;;) turns++; } catch {} }",
];

const steps: readonly Step[] = LOOPS.map((loop) => ({
  code: `let turns = 0;\nawait new Promise((done) => setTimeout(done, 100));\nconsole.log("go");\n${loop}`,
  interruptOn: "go",
  mayHang: true,
  stopOnError: false,
}));

export const loops: RepairCase = {
  repair: "loops",
  alone: true,
  wanted: "Interrupt ends a loop that never awaits, and variables keep their values",
  plain: "only Restart ends it",
  steps: [
    {
      code: "const kept = [1, 2];\nlet sum = 0;\nfor (const x of kept) sum += x;\nfor (const i in kept) sum += Number(i);",
    },
    ...steps,
    { code: "console.log(kept, sum);", stopOnError: false },
  ],
  holds({ cells }) {
    for (const cell of cells.slice(1, -1)) {
      expect(cell.reply?.ename).toBe("Interrupted");
      expect(cell.secondsAfterInterrupt).not.toBe(null);
    }
    expect(printed(cells.at(-1))).toBe("[ 1, 2 ] 4\n");
  },
  fails({ cells }) {
    expect(cells[1]?.reply).toBe(null);
  },
};
