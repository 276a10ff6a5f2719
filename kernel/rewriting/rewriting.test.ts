import ts from "typescript";
import { describe, expect, test } from "vitest";
import { awaitHooks } from "./await-hooks.cjs";
import { dynamicImports, importedModules } from "./imports.cjs";
import { loopChecks } from "./loops.cjs";
import { resetRemover } from "./resets.cjs";

type Transform = ts.TransformerFactory<ts.SourceFile>;

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };

/** Compiled code without the directive at its start. */
const plain = (output: string): string => output.replace(/^"use strict";\n/, "").trim();

/** The JavaScript of a cell after one transformer has rewritten it. */
function rewritten(source: string, transform: Transform): string {
  return plain(
    ts.transpileModule(source, { compilerOptions, transformers: { before: [transform] } }).outputText,
  );
}

describe("awaitHooks()", () => {
  const check = (source: string): string => rewritten(source, awaitHooks(ts));

  test("checks for an interrupt after each await, however deep", () => {
    const resumed = (inner: string): string =>
      `__tslab__.resumed(__tslab__.interrupts, __tslab__.owner(), await ${inner})`;
    expect(check("await f(await x);")).toBe(`${resumed(`f(${resumed("x")})`)};`);
  });

  test("lets a `for await` loop be stopped, and does not change a plain loop", () => {
    expect(check("for await (const x of xs) ;")).toContain("of __tslab__.stoppable(xs)");
    expect(check("for (const x of xs) ;")).not.toContain("__tslab__");
  });

  test("assigns an owner to each function that a promise calls later, and to no other", () => {
    expect(check("p.then(f, g);")).toBe("p.then(__tslab__.owned(f), __tslab__.owned(g));");
    expect(check("p.catch(f);")).toBe("p.catch(__tslab__.owned(f));");
    expect(check("p.finally(...f);")).toBe("p.finally(...f);");
    expect(check("p.map(f); then(f);")).not.toContain("owned");
  });
});

describe("dynamicImports()", () => {
  test("passes import() to the kernel, also inside a call", () => {
    const output = rewritten('f(await import("a", { with: {} })); g(1);', dynamicImports(ts));
    expect(output).toBe('f(await __tslab__.import("a", { with: {} }));\ng(1);');
  });
});

test("importedModules() leaves out types and everything that is not an import", () => {
  const source =
    'import a from "a"; import type { B } from "b"; import "c"; import { type D, e } from "d"; f();';
  expect(importedModules(ts, source)).toEqual(["a", "c", "d"]);
});

describe("loopChecks()", () => {
  /** The code of a cell that counts the kernel's checks in `looks`, with the names that it must declare. */
  function run(source: string, presses = [1, 1, 1]): { looks: number; counters: readonly string[] } {
    let counters: readonly string[] = [];
    const output = rewritten(
      source,
      loopChecks(ts, (names) => {
        counters = names;
      }),
    );
    let looks = 0;
    const kernel = { presses, heard: 0, look: () => looks++ };
    const declared = counters.map((name) => `let ${name} = 0;`).join(" ");
    new Function("__tslab__", `${declared}\n${output}`)(kernel);
    return { looks, counters };
  }

  test.each([
    ["for", "for (let i = 0; i < 2048; i++) ;"],
    ["while", "let i = 0; while (i < 2048) i++;"],
    ["do", "let i = 0; do { i++; } while (i < 2048);"],
    ["for of", "for (const x of new Array(2048)) { x; }"],
    ["for in", "for (const x in new Float32Array(2048)) { x; }"],
  ])("checks in every 1,024th turn of %s", (_, source) => {
    expect(run(source)).toEqual({ looks: 2, counters: ["__turns0__"] });
    expect(run(source.replace("2048", "2047")).looks).toBe(1);
    expect(run(source.replace("2048", "1023")).looks).toBe(0);
  });

  test("checks one number after the other, and calls nothing before Interrupt is pressed", () => {
    expect(run("for (let i = 0; i < 6144; i++) ;", [0, 1, 0]).looks).toBe(2);
    expect(run("for (let i = 0; i < 6144; i++) ;", [0, 0, 0]).looks).toBe(0);
  });

  test("counts each loop separately, and declares counters in the function that needs them", () => {
    const { looks, counters } = run(`
      function f() { for (let i = 0; i < 1024; i++) for (let k = 0; k < 1; k++) ; }
      class C { static { for (let i = 0; i < 1024; i++) ; } }
      f();
      { for (let i = 0; i < 1024; i++) ; }
    `);
    expect(looks).toBe(4); // both loops of f
    expect(run("function f() { for (let i = 0; i < 1023; i++) ; }\nf();").looks).toBe(0);
    expect(counters).toEqual(["__turns3__"]);
  });
});

describe("resetRemover()", () => {
  /** The CommonJS of a cell without the resets, and the names that these set. */
  function withoutResets(source: string): { output: string; names: readonly string[] } {
    const names: string[] = [];
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { ...compilerOptions, module: ts.ModuleKind.CommonJS },
      transformers: { after: [resetRemover(ts, (found) => void names.push(...found))] },
    });
    return { output: outputText, names };
  }

  test("removes the statements that TypeScript adds, and gives their names", () => {
    const { output, names } = withoutResets("export let a: number, b: number;\nexport const c = 1;");
    expect(output).not.toContain("void 0");
    expect([...names].sort()).toEqual(["a", "b", "c"]);
  });

  test("keeps the same statement in the cell itself, also at its start", () => {
    const { output, names } = withoutResets("exports.a = void 0;\nexports.b = void 0;");
    expect(output).toContain("exports.a = void 0;\nexports.b = void 0;");
    expect(names).toEqual([]);
  });
});
