import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import type { CheckedNotebook } from "./read-notebooks.ts";

/** As strict as our own sources, except for `noUncheckedIndexedAccess`, because learners index arrays. */
const OPTIONS = {
  target: "es2022",
  lib: ["es2023"],
  module: "esnext",
  moduleResolution: "bundler",
  types: ["node"],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

/** A notebook as one module, with the cell and line that each of its lines comes from. */
interface Joined {
  readonly notebook: CheckedNotebook;
  readonly text: string;
  readonly origins: readonly { readonly cell: string; readonly line: number }[];
}

/**
 * Type errors of the notebooks by the project's compiler, as "file cell:line:column message". Joined cells cannot
 * declare a name twice, which the kernel allows: a rule of the course, since it confuses readers.
 */
export function checkByCompiler(notebooks: readonly CheckedNotebook[], build: string): string[] {
  rmSync(build, { recursive: true, force: true });
  mkdirSync(build, { recursive: true });
  const joined = new Map(notebooks.map((notebook) => [moduleName(notebook), joinCells(notebook)]));
  if (joined.size === 0) return [];
  for (const [name, { text }] of joined) writeFileSync(join(build, name), text);
  const config = { compilerOptions: OPTIONS, include: ["*.ts"] };
  writeFileSync(join(build, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", ".", "--pretty", "false"], {
    cwd: build,
    encoding: "utf8",
  });
  return (stdout + stderr)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => located(line, joined));
}

function moduleName({ file }: CheckedNotebook): string {
  return file.replaceAll("/", "--").replace(/\.ipynb$/, ".ts");
}

function joinCells(notebook: CheckedNotebook): Joined {
  const lines = ["export {};"];
  const origins = [{ cell: "", line: 0 }];
  for (const { id, text } of notebook.cells) {
    for (const [i, line] of text.split("\n").entries()) {
      lines.push(line);
      origins.push({ cell: id, line: i + 1 });
    }
  }
  return { notebook, text: `${lines.join("\n")}\n`, origins };
}

function located(line: string, joined: ReadonlyMap<string, Joined>): string {
  const [, name = "", row = "", column = "", message = ""] = /^(.+?)\((\d+),(\d+)\): (.*)$/.exec(line) ?? [];
  const found = joined.get(name);
  if (!found) return line;
  const { cell, line: cellLine } = found.origins[Number(row) - 1] ?? { cell: "", line: 0 };
  return `${found.notebook.file} ${cell}:${cellLine}:${column} ${message}`;
}
