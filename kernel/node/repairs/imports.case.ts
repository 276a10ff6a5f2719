import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

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
    {
      code: 'fs.writeFileSync("local.ts", "export const local = (): number => 7;");\nconsole.log(typeof fs.statSync);',
      stopOnError: false,
    },
    {
      code: 'const module = await import("./local");\nconsole.log(typeof module.local);',
      stopOnError: false,
    },
  ],
  holds({ cells }) {
    expect(cells.map((cell) => printed(cell))).toEqual(Array(6).fill("function\n"));
    expect(cells[2]?.reply?.evalue).toMatch(/^Cannot find module '.*nothing\.mjs'/);
  },
  fails({ cells }) {
    expect(cells[0]?.reply?.evalue).toMatch(/^No "exports" main defined|Cannot find module/);
  },
};
