import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { BoundFile } from "./cell-types.d.ts";
import { scopeTransformers } from "./scope.cjs";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  noLib: true,
  noResolve: true,
  types: [],
};

/** A program of the cell and the declarations of earlier cells. */
function programOf(source: string, earlier: string): ts.Program {
  const files = new Map(
    Object.entries({ "cell.ts": source, "earlier.d.ts": earlier }).map(([name, text]) => [
      name,
      ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true),
    ]),
  );
  const host = { ...ts.createCompilerHost(options), getSourceFile: (name: string) => files.get(name) };
  return ts.createProgram([...files.keys()], options, host);
}

/** The module compiled from a cell after one that declared `earlier`. */
function shared(source: string, earlier = ""): string {
  const program = programOf(source, earlier);
  const [cell, before] = ["cell.ts", "earlier.d.ts"].map((name) => program.getSourceFile(name) as BoundFile);
  const transform = scopeTransformers(ts, program.getTypeChecker(), cell!, before!);
  let output = "";
  const write = (_: string, text: string): void => {
    output = text;
  };
  program.emit(cell, write, undefined, false, { before: [transform.before], after: [transform.after] });
  return output.replace(/^"use strict";\n/, "").trim();
}

describe("scopeTransformers()", () => {
  test("writes names of earlier cells as properties, and calls them without a `this`", () => {
    const earlier = "declare let rate: number; declare function f(x: number): number;";
    expect(shared("const y = rate + f(rate); const o = { rate };", earlier)).toBe(
      "export const y = exports.rate + (0, exports.f)(exports.rate);\nexport const o = { rate: exports.rate };",
    );
    expect(shared("({ rate = 2 } = { rate: 1 });", earlier)).toBe(
      "({ rate: exports.rate = 2 } = { rate: 1 });",
    );
    expect(shared("const f2 = (rate: number) => ({ rate });", earlier)).toBe(
      "export const f2 = (rate) => ({ rate });",
    );
  });

  test("does not change types, which TypeScript removes afterwards", () => {
    const source = "let x: typeof rate = rate;\ninterface A extends Base {\n}";
    const program = programOf(source, "declare let rate: number; declare class Base {}");
    const [cell, before] = ["cell.ts", "earlier.d.ts"].map(
      (name) => program.getSourceFile(name) as BoundFile,
    );
    const checker = program.getTypeChecker();
    const { transformed } = ts.transform(cell!, [scopeTransformers(ts, checker, cell!, before!).before]);
    const output = ts.createPrinter().printFile(transformed[0]!).trim();
    expect(output).toBe(source.replace("= rate", "= exports.rate"));
  });

  test("writes a function's name plainly inside itself and as a property elsewhere, before and after it", () => {
    const output = shared(
      "function f(n: number): number { return n ? f(n - 1) : g(); }\nfunction g() { return f(2); }",
    );
    expect(output).toMatch(/return n \? f\(n - 1\) : \(0, exports\.g\)\(\);/);
    expect(output).toMatch(/return \(0, exports\.f\)\(2\);/);
    expect(shared("const h = () => 1; h();")).toBe("export const h = () => 1;\nh();");
  });

  test("exports variables where they are declared, and a variable without a value as undefined", () => {
    expect(shared("let x: number, { a, b: [c] } = y; export { x, a, c, F, T }; class F {} type T = 1;")).toBe(
      "export let x = void 0, { a, b: [c] } = y;\nexport { F };\nclass F {\n}",
    );
  });

  test("exports imports as values, except imports of types", () => {
    const source =
      'import d, { a as b, type T } from "m"; import * as n from "n"; import "o"; d; b; n; export { b };';
    const output = shared(source);
    for (const name of ["d", "b", "n"]) expect(output).toContain(`exports.${name} = ${name};`);
    expect(output).not.toMatch(/exports\.[aTo]\b/);
    expect(output).toMatch(/export \{\s*\};$/);
  });

  test("keeps a function in the list of the cell's exports", () => {
    expect(shared("export { f };\nfunction f() {}")).toBe("export { f };\nfunction f() { }");
  });

  test("does not change `export … from` and `export *`", () => {
    const lines = 'let a = 1;\nexport { a } from "m";\nexport * from "n";';
    expect(shared(lines)).toBe(`export ${lines}`);
  });
});
