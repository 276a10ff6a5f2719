import { createRequire } from "node:module";
import { expect } from "vitest";
import { type RepairCase, status } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

const { version } = createRequire(import.meta.url)("typescript") as { version: string };

/** Writes a file that imports another, and one of code and one of types that import a wrong one. */
const FILES = `import * as fs from "node:fs";
fs.writeFileSync("inner.ts", "export const inner = 1;");
fs.writeFileSync("outer.ts", 'import { inner } from "./inner";\\nexport const outer = inner + 1;');
fs.writeFileSync("wrong.ts", "export const wrong: string = 1;");
fs.writeFileSync("counts.ts", 'import { wrong } from "./wrong";\\nexport const count = wrong.length;');
fs.writeFileSync("types.d.ts", 'import { wrong } from "./wrong";\\nexport type Wrong = typeof wrong;');`;

export const typescript: RepairCase = {
  repair: "typescript",
  wanted:
    "cells are compiled by the project's own TypeScript: `using`, inferred predicates, names that begin with __, private members of a class expression, packages without types",
  plain: "TypeScript is 5.0.4, where `using` is a syntax error",
  steps: [
    {
      code: `{
  using file = { [Symbol.dispose]() { console.log("closed"); } };
  console.log("open", typeof file);
}`,
      stopOnError: false,
    },
    {
      code: "const maybe: (number | undefined)[] = [1, undefined];\nconst numbers: number[] = maybe.filter((x) => x !== undefined);",
      stopOnError: false,
    },
    {
      code: `const __hidden = 1;
const Counter = class { #count = 0; private step = 2; next() { return (this.#count += this.step); } };`,
      stopOnError: false,
    },
    { code: "const counter = new Counter();\nconsole.log(counter.next() + __hidden);", stopOnError: false },
    { code: "console.log(counter.next());", stopOnError: false },
  ],
  inNode: {
    steps: [
      { code: 'import { mean } from "d3-array";\nconsole.log(mean([1, 2, 3]));', stopOnError: false },
      { code: FILES, stopOnError: false },
      { code: 'import { outer } from "./outer";\nconsole.log(outer);', stopOnError: false },
      { code: 'import { count } from "./counts";\nconsole.log(count);', stopOnError: false },
      { code: 'import type { Wrong } from "./types";\nconst x: Wrong = "";', stopOnError: false },
    ],
    holds({ cells }) {
      expect(printed(cells[0])).toBe("2\n");
      expect(printed(cells[2])).toBe("2\n");
      for (const cell of [cells[3], cells[4]])
        expect(cell?.reply?.evalue).toContain("Type 'number' is not assignable to type 'string'");
    },
  },
  holds(session) {
    expect(session.info).toMatchObject({ language_info: { version } });
    expect(printed(session.cells[0])).toBe("open object\nclosed\n");
    expect(status(session, 1)).toBe("ok");
    expect(printed(session.cells[3]) + printed(session.cells[4])).toBe("3\n4\n");
  },
  fails({ cells }) {
    expect(cells[0]?.reply?.evalue ?? printed(cells[0], "stderr")).toMatch(/Cannot find name 'using'/);
  },
};
