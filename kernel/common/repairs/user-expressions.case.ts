import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const userExpressions: RepairCase = {
  repair: "user-expressions",
  wanted: "user_expressions are evaluated after the cell; each gives a result or an error",
  plain: "user_expressions are ignored",
  steps: [
    {
      code: "",
      request: {
        type: "execute_request",
        content: {
          code: 'const watched = [1, 2];\nconsole.log("run");',
          user_expressions: {
            sum: "watched[0] + await Promise.resolve(2) // three",
            rich: '({ mimeBundle: { "text/html": "<b>1</b>" } })',
            nothing: "undefined",
            unknown: "absent",
            thrown: "watched.map(() => { throw new RangeError('far'); })",
          },
        },
      },
    },
    { code: "watched.length" },
  ],
  holds({ cells }) {
    const metadata = {};
    expect(cells[0]?.reply).toMatchObject({
      status: "ok",
      user_expressions: {
        sum: { status: "ok", data: { "text/plain": "3" }, metadata },
        rich: { status: "ok", data: { "text/html": "<b>1</b>" }, metadata },
        nothing: { status: "ok", data: { "text/plain": "undefined" }, metadata },
        unknown: { status: "error", ename: "TypeError (types)", evalue: expect.stringMatching(/'absent'/) },
        thrown: { status: "error", ename: "RangeError", evalue: "far" },
      },
    });
    expect(cells[0]?.messages.map(({ type }) => type)).toEqual(["execute_input", "stream"]);
    expect(printed(cells[0])).toBe("run\n");
    expect(cells[1]?.reply).toMatchObject({ status: "ok", user_expressions: {} });
  },
  fails: ({ cells }) => expect(cells[0]?.reply).not.toHaveProperty("user_expressions"),
};
