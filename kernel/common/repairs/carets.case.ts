import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";

export const carets: RepairCase = {
  repair: "carets",
  wanted: "a type error shows its line of the cell, with carets under the wrong part",
  plain: "a type error gives only line and column",
  steps: [
    {
      code: `const word = "cat";\n\tconst n: number = word;\nconst pair: { at: number } = { at: "x" };\n${" ".repeat(80)}word.at = ${"1 + ".repeat(20)}1;\nconst f: () => { a: number } = () => ({ a: word });\nf(1,\n2);`,
      stopOnError: false,
    },
    { code: 'const twice = 1;\nlet twice = "a";', stopOnError: false },
  ],
  holds({ cells }) {
    expect(cells[0]?.reply?.traceback).toEqual([
      "TypeError (types): nothing of this cell was run",
      "2:8 - Type 'string' is not assignable to type 'number'.",
      "   const n: number = word;",
      "         ^",
      "3:32 - Type 'string' is not assignable to type 'number'.",
      '  const pair: { at: number } = { at: "x" };',
      "                                 ^^",
      expect.stringMatching(/^4:81 - /),
      expect.stringMatching(/^ {2}… {50}word\.at = 1 \+/),
      expect.stringMatching(/^ {53}\^+$/),
      expect.stringMatching(/^5:/),
      "  const f: () => { a: number } = () => ({ a: word });",
      expect.stringMatching(/^ +\^$/),
      "6:3 - Expected 0 arguments, but got 2.",
      "  f(1,",
      "    ^^",
    ]);
    expect(cells[0]?.reply?.evalue).not.toContain("^");
    const marked = (cells[1]?.reply?.traceback ?? []).filter((line) => /^ +\^+$/.test(line));
    expect(marked).toEqual(["        ^^^^^", "      ^^^^^"]);
  },
  fails: ({ cells }) => expect(cells[0]?.reply?.traceback?.join("\n")).not.toContain("^"),
};
