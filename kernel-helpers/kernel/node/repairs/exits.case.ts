import { expect } from "vitest";
import { printed } from "../kernel-session.ts";
import type { RepairCase } from "../repair-case.ts";

export const exits: RepairCase = {
  repair: "exits",
  alone: true,
  wanted: "process.exit() is an error of the cell, and the kernel lives",
  plain: "process.exit() ends the kernel",
  steps: [
    { code: "const beforeExit = 1;\nprocess.exit(3);", stopOnError: false },
    { code: "console.log(typeof process.exit);", stopOnError: false },
  ],
  holds({ cells, alive }) {
    expect(alive).toBe(true);
    expect(cells[0]?.reply?.evalue).toMatch(/^Cannot end the kernel from a cell .* Kernel > Restart/);
    expect(cells[0]?.reply?.traceback?.slice(1)).toEqual([
      expect.stringMatching(/^ {4}at cell \d+, line 2$/),
    ]);
    expect(printed(cells[1])).toBe("function\n");
  },
  fails: ({ alive }) => expect(alive).toBe(false),
};
