import { expect } from "vitest";
import type { RepairCase } from "../repair-case.ts";

export const heartbeat: RepairCase = {
  repair: "heartbeat",
  wanted: "the heart beats while a cell runs a loop",
  plain: "the heart stops while a cell runs a loop",
  steps: [
    {
      code: 'console.log("go");\nfor (const end = Date.now() + 2000; Date.now() < end; );',
      beatOn: "go",
    },
  ],
  holds: ({ cells }) => expect(cells[0]?.beat).toBe(true),
  fails: ({ cells }) => expect(cells[0]?.beat).toBe(false),
};
