import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const importMeta: RepairCase = {
  repair: "import-meta",
  wanted: "import.meta tells the notebook's folder",
  plain: "it is a syntax error at run time",
  steps: [
    {
      code: `const { url, dirname, filename } = import.meta;
console.log(dirname === process.cwd(), filename.startsWith(dirname), new URL(".", url).protocol);
console.log(import.meta.resolve("typescript").startsWith("file:"));`,
      stopOnError: false,
    },
  ],
  holds: ({ cells }) => expect(printed(cells[0])).toBe("true true file:\ntrue\n"),
  fails: ({ cells }) => expect(cells[0]?.reply?.ename).toMatch(/^(SyntaxError|TypeError \(types\))$/),
};
