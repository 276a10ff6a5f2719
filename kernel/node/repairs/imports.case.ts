import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

const writing = (file: string, text: string): string =>
  `fs.writeFileSync("${file}", ${JSON.stringify(text)});\nconsole.log(typeof fs.statSync);`;

export const imports: RepairCase = {
  repair: "imports",
  wanted: "import and import() load ES modules that require cannot load, and local TypeScript files",
  plain: "they call require, which does not find these modules",
  steps: [
    {
      code: 'const { cruise: found } = await import("dependency-cruiser");\nconsole.log(typeof found);',
      stopOnError: false,
    },
    {
      code: 'import { cruise } from "dependency-cruiser";\nconsole.log(typeof cruise);',
      stopOnError: false,
    },
    {
      code: 'console.log(typeof cruise);\nconst file: string = "./nothing.mjs";\nawait import(file);',
      stopOnError: false,
    },
    { code: 'import fs from "node:fs";\nconsole.log(typeof fs.statSync);', stopOnError: false },
    { code: writing("local.ts", "export const local = (): number => 7;"), stopOnError: false },
    { code: writing("nice.mjs", "export default () => 7;"), stopOnError: false },
    { code: writing("nice.d.mts", "export default function nice(): number;"), stopOnError: false },
    {
      code: 'const module = await import("./local");\nconsole.log(typeof module.local);',
      stopOnError: false,
    },
    { code: 'import nice from "./nice.mjs";\nconsole.log(typeof nice);', stopOnError: false },
    { code: 'import { local } from "./local.ts";\nconsole.log(typeof local);', stopOnError: false },
    {
      code: 'const again = await import("./local.ts");\nconsole.log(typeof again.local);',
      stopOnError: false,
    },
  ],
  holds({ cells }) {
    expect(cells.map((cell) => printed(cell))).toEqual(Array(11).fill("function\n"));
    expect(cells[2]?.reply?.evalue).toMatch(/^Cannot find module '.*nothing\.mjs'/);
  },
  fails({ cells }) {
    expect(cells[0]?.reply?.evalue).toMatch(/^No "exports" main defined|Cannot find module/);
  },
};
