import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

const DEEP = 20_000;

export const compilerFailures: RepairCase = {
  repair: "compiler-failures",
  alone: true,
  wanted: "a cell that is nested too deeply for the compiler fails with a reason, and the next one runs",
  plain: "every later cell fails too",
  steps: [
    { code: `${"(".repeat(DEEP)}1${")".repeat(DEEP)}`, stopOnError: false },
    { code: 'console.log("fine");', stopOnError: false },
  ],
  holds({ cells }) {
    expect(cells[0]?.reply?.evalue).toMatch(/^Cannot compile the cell: it is nested too deeply. Remedy: /);
    expect(cells[0]?.reply?.traceback).toEqual([`RangeError: ${cells[0]?.reply?.evalue}`]);
    expect(printed(cells[1])).toBe("fine\n");
  },
  fails: ({ cells }) => expect(printed(cells[1])).toBe(""),
};
