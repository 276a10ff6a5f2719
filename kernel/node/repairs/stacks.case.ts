import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const stacks: RepairCase = {
  repair: "stacks",
  wanted: "a stack that a cell prints names cells and lines, and sources of packages",
  plain: "it holds the kernel's frames and lines of compiled code",
  steps: [
    {
      code: `interface Unused { a: number }
function unthrown() {
  return new Error("not thrown");
}
console.log(unthrown());`,
      stopOnError: false,
    },
    {
      code: `import { buildVocabulary } from "kernel-helpers";
try {
  buildVocabulary([], { minCount: -1 });
} catch (error) {
  console.log((error as Error).stack);
}`,
      stopOnError: false,
    },
  ],
  holds({ cells }) {
    expect(printed(cells[0])).toMatch(
      /^Error: not thrown\n {4}at unthrown \(cell \d+, line 3\)\n {4}at cell \d+, line 5\n$/,
    );
    expect(printed(cells[1])).toMatch(
      /^RangeError: .*\n(?: {4}at .*\.ts:\d+:\d+\)?\n)+ {4}at cell \d+, line 3\n$/s,
    );
    expect(printed(cells[1])).toMatch(/build-vocabulary\.ts:\d+/);
  },
  fails: ({ cells }) => expect(printed(cells[0])).toMatch(/executor\.js/),
};
