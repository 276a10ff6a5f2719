import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { tracebackOf } from "../../test/session.ts";

export const positions: RepairCase = {
  repair: "positions",
  wanted: "a traceback names the cells and their lines",
  plain: "a traceback names lines of compiled code",
  steps: [
    {
      code: 'interface Unused {\n  a: number;\n}\nfunction inner() {\n  throw new Error("here");\n}',
      stopOnError: false,
    },
    { code: "enum Color { Red, Green }\n\n\nawait 0;\n\ninner();", stopOnError: false },
  ],
  holds({ cells }) {
    expect(tracebackOf(cells[1])).toMatch(
      /^Error: here\n {4}at inner \(cell \d+, line 5\)\n {4}at cell \d+, line 6$/,
    );
  },
  fails({ cells }) {
    expect(tracebackOf(cells[1])).toMatch(/evalmachine/);
  },
};
