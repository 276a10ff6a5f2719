import { expect } from "vitest";
import { type RepairCase, status } from "../../test/repair-case.ts";

export const strictTypes: RepairCase = {
  repair: "strict-types",
  wanted: "cells are checked strictly, with ES2023 and the exports of packages, and arrays may be indexed",
  plain: "null may be a string, and toSorted is unknown",
  steps: [
    { code: "const word: string = null;", stopOnError: false },
    { code: "const add = (a, b) => a + b;", stopOnError: false },
    {
      code: `const sorted: number[] = [2, 1].toSorted();
const last = new Float32Array([1, 2]).toReversed().findLast((x) => x < 2);
const firstOne: number = sorted[0];`,
    },
    {
      code: `function counted(method: () => number, _context: ClassMethodDecoratorContext) { return () => method() + 1; }
class Counter { @counted count() { return 1; } }
console.log(new Counter().count());`,
      stopOnError: false,
    },
  ],
  inNode: {
    steps: [{ code: 'import { defineConfig } from "vitest/config";\nconst config = defineConfig;' }],
    holds: (session) => expect(status(session)).toBe("ok"),
  },
  holds(session) {
    expect(session.cells[0]?.reply?.evalue).toBe("1:7 - Type 'null' is not assignable to type 'string'.");
    expect(session.cells[1]?.reply?.evalue).toMatch(/^1:14 - Parameter 'a' implicitly has an 'any' type/);
    expect([status(session, 2), status(session, 3)]).toEqual(["ok", "ok"]);
  },
  fails(session) {
    expect([status(session, 0), status(session, 1)]).toEqual(["ok", "ok"]);
    expect(session.cells[2]?.reply?.evalue).toMatch(/Property 'toSorted' does not exist/);
  },
};
