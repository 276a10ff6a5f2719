import { expect } from "vitest";
import type { RepairCase } from "../../../test/repair-case.ts";
import { printed } from "../../../test/session.ts";

export const imports: RepairCase = {
  repair: "imports",
  wanted: "import and import() load modules from the kernel's folder, and modules by URL",
  plain: "they call require, which finds nothing",
  steps: [
    {
      code: 'const { dot: found } = await import("kernel-helpers");\nconsole.log(typeof found);',
      stopOnError: false,
    },
    { code: 'import { dot } from "kernel-helpers";\nconsole.log(typeof dot);', stopOnError: false },
    {
      code: 'const url: string = "data:text/javascript,export const seven = 7";\nconsole.log((await import(url)).seven);',
      stopOnError: false,
    },
    { code: 'const name: string = "d3-array";\nawait import(name);', stopOnError: false },
  ],
  holds({ cells }) {
    expect(cells.map((cell) => printed(cell))).toEqual(["function\n", "function\n", "7\n", ""]);
    expect(cells[3]?.reply?.evalue).toMatch(
      /^Cannot find module 'd3-array': a page has only .*kernel-helpers/,
    );
  },
  fails({ cells }) {
    expect(cells[1]?.reply?.evalue).toMatch(/^Cannot find module/);
  },
};
