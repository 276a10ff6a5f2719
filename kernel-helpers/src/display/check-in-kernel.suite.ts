import { expect } from "vitest";
import { type CellResult, printed, type Step } from "../../../kernel/test/session.ts";

const CHECK = 'await check("04-cbow/hidden-layer", hiddenLayer);';

/** Checks that fail in a kernel: a function that stops with an error, one that never ends, and the case that is pasted. */
export const CHECK_STEPS: readonly Step[] = [
  {
    code: `import { check, row, type Table } from "kernel-helpers";
  function half(word: string): Float64Array {
    return Float64Array.from(word.split("").map((letter) => Number(letter) / 2));
  }
  function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
    if (context.length === 2) return row(input, 99);
    return half((context as any).name);
  }`,
  },
  { code: CHECK, stopOnError: false },
  {
    code: `function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
    if (context.length === 2) console.log("begins");
    while (context.length === 2);
    return row(input, context[0]);
  }`,
  },
  { code: CHECK, stopOnError: false, interruptOn: "begins" },
  {
    code: 'import { checkCase } from "kernel-helpers";\nconst failing = checkCase("04-cbow/hidden-layer", 1);\nconsole.log(failing[1].join(" "), failing[0].rows);',
  },
  {
    code: `function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  const cause = new Error("the cause");
  throw Object.assign(new Error("at first\\n  Hint: none", { cause }), { code: 7 });
}`,
  },
  { code: CHECK, stopOnError: false },
];

/** What the cells of `CHECK_STEPS` say, in Node and in a page. */
export function expectWords(cells: readonly CellResult[]): void {
  const [, stopped, , interrupted, pasted, , fields] = cells;
  const lines = stopped?.reply?.evalue?.split("\n") ?? [];
  expect(lines.slice(0, 3)).toEqual([
    "04-cbow/hidden-layer is not right yet [stopped]",
    "  your function stopped with an error: RangeError: Cannot take a row as its number must be 0 to 3: current value is 99",
    expect.stringMatching(/^ {4}at hiddenLayer \(cell \d+, line 6\)$/),
  ]);
  expect(lines.slice(3, 5)).toEqual(["  with", "    input = a table of 4 × 3"]);
  expect(lines.slice(9)).toEqual([
    "    context = [0, 2]",
    expect.stringMatching(/^ {2}Hint: .*\?$/),
    "  This case, to paste:",
    '    import { checkCase } from "kernel-helpers";',
    '    const failing = checkCase("04-cbow/hidden-layer", 1);',
  ]);
  expect(interrupted?.reply?.ename).toBe("Interrupted");
  expect(interrupted?.reply?.evalue).toMatch(
    /^the cell was stopped before its end, while case 1 of 04-cbow\/hidden-layer was tried, with input = .*, context = \[0, 2\]$/,
  );
  expect(printed(pasted)).toBe("0 2 4\n");
  const told = fields?.reply?.evalue?.split("\n") ?? [];
  expect(told.slice(1, 5)).toEqual([
    "  your function stopped with an error: at first",
    "        Hint: none",
    expect.stringMatching(/^ {4}at hiddenLayer \(cell \d+, line 3\)$/),
    "  with",
  ]);
}
