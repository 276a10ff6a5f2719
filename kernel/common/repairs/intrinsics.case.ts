import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

/** What a cell replaces: functions that everybody calls, a prototype, a global name, what all objects inherit. */
const REPLACE = `const log = console.log;
const broken = () => { throw new Error("replaced"); };
const kept = [JSON.stringify, Array.prototype.map, Map.prototype.get, Promise.race] as const;
JSON.stringify = Array.prototype.map = Map.prototype.get = Promise.race = broken as any;
Object.setPrototypeOf(Set.prototype, null);
const KeptDate = Date;
(globalThis as any).Date = undefined;
(Object.prototype as any).get = 1;
setTimeout(() => log(JSON.stringify === (broken as unknown)), 20);
await null;
log("replaced");`;

const RESTORE = `delete (Object.prototype as any).get;
(globalThis as any).Date = KeptDate;
Object.setPrototypeOf(Set.prototype, Object.prototype);
[JSON.stringify, Array.prototype.map, Map.prototype.get, Promise.race] = kept;
JSON.stringify([1].map((x) => x + 1))`;

export const intrinsics: RepairCase = {
  repair: "intrinsics",
  alone: true,
  last: true,
  wanted: "what a cell replaces is replaced in cells, and the kernel goes on without it",
  plain: "the kernel no longer answers",
  steps: [
    { code: REPLACE, stopOnError: false, mayHang: true, until: "true" },
    {
      code: 'try { JSON.stringify(1); } catch (error) { log(String(error)); }\n"after"',
      stopOnError: false,
      mayHang: true,
    },
    { code: "const wrong: string = 1;", stopOnError: false, mayHang: true },
    { code: 'throw new RangeError("mine");', stopOnError: false, mayHang: true },
    { code: RESTORE, stopOnError: false, mayHang: true },
    {
      code: `const list: unknown[] = Array.prototype;
list[0] = 1;
delete list[0]; // its length stays 1
Object.freeze(list);
"frozen"`,
      stopOnError: false,
      mayHang: true,
    },
    { code: "[1, 2].length", stopOnError: false, mayHang: true },
  ],
  holds({ cells }) {
    expect(printed(cells[0])).toBe("replaced\ntrue\n");
    expect(printed(cells[1])).toBe("Error: replaced\n");
    expect(cells.map(({ reply }) => reply?.ename)).toEqual([
      undefined,
      undefined,
      "TypeError (types)",
      "RangeError",
      undefined,
      undefined,
      undefined,
    ]);
    const results = cells.map(({ messages }) => messages.find(({ type }) => type === "execute_result"));
    expect(results[1]?.content.data).toEqual({ "text/plain": "'after'" });
    expect(results[4]?.content.data).toEqual({ "text/plain": "'[2]'" });
    expect(results[6]?.content.data).toEqual({ "text/plain": "2" });
  },
  fails: ({ cells }) => expect(cells.at(-1)?.reply ?? null).toBe(null),
};
