import { expect } from "vitest";
import { type RepairCase, status } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const exports: RepairCase = {
  repair: "exports",
  wanted: "export before a declaration means nothing, and positions stay",
  plain: "it is an error about a line that is not there",
  steps: [
    {
      code: `export const half = 0.5;
export function twofold(x: number) { return 2 * x; }
export interface Named { name: string }
const thrice = 3;
export { thrice as three };`,
      stopOnError: false,
    },
    { code: "console.log(twofold(half), thrice);", stopOnError: false },
    { code: "export const wrong: string = 1;", stopOnError: false },
  ],
  holds(session) {
    expect(status(session)).toBe("ok");
    expect(printed(session.cells[1])).toBe("1 3\n");
    expect(session.cells[2]?.reply?.evalue).toMatch(
      /^1:14 - Type 'number' is not assignable to type 'string'/,
    );
  },
  fails: (session) =>
    expect(session.cells[0]?.reply?.evalue).toContain("Cannot redeclare exported variable 'half'"),
};
