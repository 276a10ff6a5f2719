import { expect } from "vitest";
import { type RepairCase, status } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const rejections: RepairCase = {
  repair: "rejections",
  wanted:
    "an uncaught error or rejection is reported in the cell that caused it, with its position, before the reply",
  plain: "it is reported with frames of compiled code or of tslab",
  steps: [
    {
      code: 'async function forgotten(): Promise<void> {\n  throw new RangeError("too far");\n}\nvoid forgotten();',
      stopOnError: false,
    },
    {
      code: `const thrown = new Promise<void>((done) => setTimeout(() => {
  done();
  throw new TypeError("late");
}, 100));
void Promise.reject("no error");`,
      stopOnError: false,
      queued: true, // with the next cell, so that late messages of this one are still read
    },
    { code: "await thrown;\nawait new Promise((done) => setTimeout(done));", stopOnError: false },
  ],
  holds(session) {
    const [first, second, third] = session.cells;
    expect([0, 1, 2].map((i) => status(session, i))).toEqual(["ok", "ok", "ok"]);
    expect(printed(first, "stderr")).toMatch(
      /^Unhandled rejection of a promise .*: RangeError: too far\n {4}at forgotten \(cell \d+, line 2\)\n {4}at cell \d+, line 4\n$/,
    );
    expect(printed(second, "stderr")).toMatch(
      /^Unhandled rejection of a promise .*: Thrown: 'no error'\nUncaught in a callback: TypeError: late\n {4}at .*cell \d+, line 3/,
    );
    expect(printed(third, "stderr")).toBe("");
  },
  fails({ cells }) {
    expect(printed(cells[0], "stderr")).not.toMatch(/cell \d+, line 2/);
    expect(printed(cells[1], "stderr")).not.toMatch(/Uncaught in a callback/);
  },
};
