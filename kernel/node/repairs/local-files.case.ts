import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

const FILES: Readonly<Record<string, string>> = {
  "near.ts": 'import { far } from "./deep/far";\nexport const near = (): string => "near " + far;',
  "deep/far.ts": 'export const far: string = "first";',
  "lib/index.ts": 'export * from "./part";',
  "lib/part.ts": "export const part = 3;",
  "even.ts":
    'import { odd } from "./odd";\nexport const even = (n: number): boolean => n === 0 || odd(n - 1);',
  "odd.ts":
    'import { even } from "./even";\nexport const odd = (n: number): boolean => n !== 0 && even(n - 1);',
  "runs.ts": 'import "./lib";\nconsole.log("runs");',
};

const WRITE = `import { mkdirSync, writeFileSync } from "node:fs";
for (const folder of ["deep", "lib"]) mkdirSync(folder);
for (const [file, text] of Object.entries(${JSON.stringify(FILES)})) writeFileSync(file, text);`;

/** Changes a file, and waits until the file system tells the kernel. */
const CHANGE = `import { watch } from "node:fs";
await new Promise<void>((done) => {
  const watcher = watch("deep", () => { watcher.close(); setTimeout(done, 50); });
  writeFileSync("deep/far.ts", 'export const far: string = "second";');
});`;

export const localFiles: RepairCase = {
  repair: "local-files",
  wanted:
    "a local file is loaded again when one that it imports has changed; indexes, circles and plain scripts work",
  plain: "it keeps its old exports, and the others fail",
  steps: [
    { code: WRITE, stopOnError: false },
    { code: 'import { near } from "./near";\nconsole.log(near());', stopOnError: false },
    { code: CHANGE, stopOnError: false },
    { code: 'import { near as again } from "./near";\nconsole.log(again());', stopOnError: false },
    { code: 'import { part } from "./lib";\nconsole.log(part);', stopOnError: false },
    { code: 'import { even } from "./even";\nconsole.log(even(4));', stopOnError: false },
    { code: 'import "./runs";', stopOnError: false },
  ],
  holds({ cells }) {
    const said = cells.map((cell) => printed(cell));
    expect(said.filter((text) => text !== "")).toEqual([
      "near first\n",
      "near second\n",
      "3\n",
      "true\n",
      "runs\n",
    ]);
  },
  fails: ({ cells }) => expect(printed(cells[3])).not.toBe("near second\n"),
};
