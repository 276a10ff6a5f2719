import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

const step = (code: string): { code: string; stopOnError: false } => ({ code, stopOnError: false });

export const namespaces: RepairCase = {
  repair: "namespaces",
  wanted:
    "namespaces and augmentations hold in all later cells, and a cell that is run again replaces its own",
  plain: "they are forgotten after the next cell",
  steps: [
    step("namespace Geometry { export const sides = 4; export interface Point { at: number } }"),
    step(`declare global { interface Array<T> { final(): T | undefined } var tallied: number }
Array.prototype.final = function () { return this[this.length - 1]; };
globalThis.tallied = 5;`),
    step(`const point: Geometry.Point = { at: Geometry.sides };
console.log([point.at, 7].final(), tallied);`),
    step("const wrong: string = tallied;"),
    step("declare global { interface Array<T> { final(): T } }\nconsole.log([1, 2].final() + tallied);"),
    step("console.log(Geometry.sides, [1, 3].final() + tallied);"),
    step('const Geometry = "replaced";\ndelete (Array.prototype as { final?: unknown }).final;'),
    step("console.log(Geometry);"),
    step("namespace Tally { export let sum = 0; export function add(x: number) { sum += x; } }"),
    step("function area() { return area.unit; }\nnamespace area { export const unit = 3; }"),
    step("const one = () => 1;\nenum Level { low = one(), high = low + 1 }"),
    step("Tally.add(2);\nconsole.log(Tally.sum, area(), Level.high);"),
  ],
  holds({ cells }) {
    expect(cells.map((cell) => printed(cell)).filter(Boolean)).toEqual([
      "7 5\n",
      "7\n",
      "4 8\n",
      "replaced\n",
      "2 3 2\n",
    ]);
    expect(cells[3]?.reply?.evalue).toMatch(/^1:7 - Type 'number' is not assignable to type 'string'/);
  },
  fails({ cells }) {
    expect(cells[2]?.reply?.evalue).toMatch(/Cannot find name/);
  },
};
