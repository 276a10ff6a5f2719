import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const awaits: RepairCase = {
  repair: "awaits",
  wanted: "a cell may have `for await` or `await using` as its only await",
  plain: "`for await` is a syntax error",
  steps: [
    { code: 'async function* letters() { yield "a"; yield "b"; }', stopOnError: false },
    { code: "for await (const letter of letters()) console.log(letter);", stopOnError: false },
    {
      code: 'await using file = { name: "f", async [Symbol.asyncDispose]() { console.log("closed"); } };',
      stopOnError: false,
    },
    { code: "const later = async () => await 1;\nconsole.log(typeof later);", stopOnError: false },
  ],
  holds({ cells }) {
    expect(cells.map((cell) => printed(cell))).toEqual(["", "a\nb\n", "closed\n", "function\n"]);
  },
  fails: ({ cells }) => expect(cells[1]?.reply?.ename).toBe("SyntaxError"),
};
