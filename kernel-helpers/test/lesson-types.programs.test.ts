import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { helpers } from "./planted-copy.ts";

const require = createRequire(import.meta.url);
/** The compiler that checks the cells of a notebook. */
const typescript = require("typescript") as typeof import("typescript");
const folder = join(projectRoot, "build/planted/lesson-types");

beforeAll(() => {
  const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-b", join(helpers, "tsconfig.portable.json")]);
  mkdirSync(folder, { recursive: true });
});

/** The errors that the kernel's compiler reports for a cell and for the declarations that it reads. */
function problems(cell: string): string[] {
  const file = join(folder, "cell.ts");
  writeFileSync(file, `${cell}\n`);
  const program = typescript.createProgram([file], {
    strict: true,
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    noEmit: true,
  });
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName === file || fileName.includes("kernel-helpers/dist/"));
  return ours.flatMap((source) =>
    [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ code, messageText }) => `TS${code}: ${typescript.flattenDiagnosticMessageText(messageText, " ")}`,
    ),
  );
}

test("the kernel's compiler accepts every declaration of the library", () => {
  expect(problems('import * as helpers from "kernel-helpers"; export const all = helpers;')).toEqual([]);
});

test("hiddenLayer, vectorOf, softmax and check have the right types in a cell", () => {
  const cell = `
    import { type Table, type WordVectors, check, hiddenLayer, row, softmax, vectorOf } from "kernel-helpers";
    declare const input: Table, vectors: WordVectors;
    const h: Float64Array = hiddenLayer(input, [1, 2]);
    const v: Float32Array = vectorOf(vectors, "king");
    const p: Float64Array = softmax(h);
    export const done: Promise<unknown> = check("04-cbow/hidden-layer", (table, context) => {
      const size: number = context.length;
      const first: number = row(table, context[0]!)[0]! + size;
      return Float64Array.of(first);
    });
    export { p, v };`;
  expect(problems(cell)).toEqual([]);
});

test.each([
  ["hiddenLayer", "export const h: string = hiddenLayer({} as Table, [1]);", "TS2322"],
  ["vectorOf", 'export const v: string = vectorOf({} as WordVectors, "king");', "TS2322"],
  ["softmax", "export const p: string = softmax([1, 2]);", "TS2322"],
  ["buildVocabulary", "buildVocabulary([1]);", "TS2345"],
  ["check, in the exercise's name", 'void check("04-cbow/hiden-layer", () => 1);', "TS2345"],
  ["check, in the function", 'void check("04-cbow/hidden-layer", (word: string) => word);', "TS2345"],
])("a wrong type for %s is an error in a cell", (_, statement, code) => {
  const names = "buildVocabulary, check, hiddenLayer, softmax, type Table, vectorOf, type WordVectors";
  const found = problems(`import { ${names} } from "kernel-helpers";\n${statement}`);
  expect(found.length).toBe(1);
  expect(found[0]).toContain(code);
});
