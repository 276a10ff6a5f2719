import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const watching: RepairCase = {
  repair: "watching",
  alone: true,
  wanted: "files that cells import may change or appear between two cells",
  plain: "two changes between cells make every later cell fail",
  steps: [
    {
      code: `import * as fs from "node:fs";
fs.writeFileSync("rate.ts", "export const rate = 1;");`,
      stopOnError: false,
    },
    {
      code: `import { rate } from "./rate";
// @ts-ignore: the file is written while the cell runs
import type { late } from "./late";
console.log(rate);
fs.writeFileSync("rate.ts", "export const rate = 2;");
fs.writeFileSync("late.ts", "export const late = 3;");
await new Promise((done) => setTimeout(done, 1500));`,
      stopOnError: false,
    },
    {
      code: 'import { rate } from "./rate";\nimport { late } from "./late";\nconsole.log(rate, late);',
      stopOnError: false,
    },
  ],
  holds({ cells }) {
    expect([printed(cells[1]), printed(cells[1], "stderr")]).toEqual(["1\n", ""]);
    expect(printed(cells[2])).toBe("2 3\n");
  },
  fails: ({ cells }) => expect(cells.at(-1)?.reply?.evalue).toMatch(/Unexpected pending rebuildTimer/),
};
