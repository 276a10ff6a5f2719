import { expect } from "vitest";
import { printed } from "../kernel-session.ts";
import type { RepairCase } from "../repair-case.ts";

export const forAwait: RepairCase = {
  repair: "for-await",
  wanted: "a cell may have `for await` as its only await",
  plain: "`for await` is a syntax error",
  steps: [
    { code: 'async function* letters() { yield "a"; yield "b"; }', stopOnError: false },
    { code: "for await (const letter of letters()) console.log(letter);", stopOnError: false },
  ],
  holds: ({ cells }) => expect(printed(cells[1])).toBe("a\nb\n"),
  fails: ({ cells }) => expect(cells[1]?.reply?.ename).toBe("SyntaxError"),
};
