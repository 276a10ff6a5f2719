import { expect } from "vitest";
import { printed } from "../kernel-session.ts";
import type { RepairCase } from "../repair-case.ts";

export const shorthand: RepairCase = {
  repair: "shorthand",
  wanted: "`{ x }` and `({ x } = y)` work for a variable of an earlier cell",
  plain: "the variable is not defined",
  steps: [
    { code: "let center = 1;", stopOnError: false },
    { code: "console.log({ center });", stopOnError: false },
    { code: "({ center } = { center: 2 });", stopOnError: false },
    { code: "console.log(center);", stopOnError: false },
  ],
  holds({ cells }) {
    expect(printed(cells[1])).toBe("{ center: 1 }\n");
    expect(printed(cells[3])).toBe("2\n");
  },
  fails: ({ cells }) => expect(cells[1]?.reply?.evalue).toBe("center is not defined"),
};
