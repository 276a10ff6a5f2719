import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { createCellService } from "./cell-service.cjs";
import { indexOf, positionOf } from "./code-points.cjs";
import { complete } from "./complete.cjs";
import type { CellView, Completion, HelpHost, Inspection } from "./help-types.d.ts";
import { selectHistory } from "./history.cjs";
import { inspect } from "./inspect.cjs";
import { isComplete } from "./is-complete.cjs";

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
};

/** The declarations of earlier cells in these tests. */
const DECLARATIONS = `
/** All words. */
declare const words: string[];
declare let both: { readonly size: number, "the rest": string, _own: number };
declare const mode: (kind: "near" | "far") => void;
declare function pick(n: number): number;
declare function pick(word: string, ...others: string[]): string;
/**
 * loss = -log σ(u_o · v_c), an Array<number> like \`Map<a, b>\` with $a < b$; see {@link pick | the choice}.
 *
 * @param center - id of the word, see {@link words}
 * @param rate how far
 * @returns the loss
 * @throws {RangeError} when \`rate\` is negative
 * @deprecated use {@link pick}
 * @example
 * step(1, 0.1); // 0.7
 */
declare function step(center: number, rate?: number): number;
declare class Model { #secret: number; private hidden: number; readonly rows: Float32Array; train(): void }
`;

const host: HelpHost = {
  ...ts.sys,
  getCurrentDirectory: () => import.meta.dirname,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  realpath: (name) => name,
  options: () => options,
  sourceFile: () => undefined,
};
let at: (declarations: string, source: string) => CellView;
beforeAll(() => {
  at = createCellService(ts, host);
});

/** The view of a cell with "|" for the cursor, and its index. */
function placed(text: string): [view: CellView, position: number] {
  const position = text.indexOf("|");
  return [at(DECLARATIONS, text.slice(0, position) + text.slice(position + 1)), position];
}

function completed(text: string): Completion {
  const [view, position] = placed(text);
  return complete(ts, view, position);
}

function names(text: string): string[] {
  return completed(text).items.map((item) => item.text);
}

function inspected(text: string, detailed = false): Inspection | undefined {
  const [view, position] = placed(text);
  return inspect(ts, view, position, detailed);
}

test("createCellService() uses the files that the kernel has read, and reads the others once", () => {
  const own = ts.createSourceFile("/own.d.ts", "declare const own: 1;", ts.ScriptTarget.ES2022, true);
  const shared = Object.assign(own, { version: "7" });
  const view = createCellService(ts, {
    ...host,
    options: () => ({ types: [] }),
    getDefaultLibFileName: () => "/own.d.ts",
    sourceFile: (name) => (name === "/own.d.ts" ? shared : undefined),
    fileExists: (name) => name === "/own.d.ts",
  });
  const first = view("", "own");
  expect(first.service.getProgram()?.getSourceFile("/own.d.ts")).toBe(shared);
  const { version } = first.cell as unknown as { version: string };
  expect(view("", first.source).cell).toMatchObject({ version });
  expect(view("", "1").cell).not.toMatchObject({ version });
});

describe("complete()", () => {
  test("puts names of the session first, then names that begin with the typed text, private ones last", () => {
    expect(names("const wording = 1;\nwor|").slice(0, 2)).toEqual(["wording", "words"]);
    // the last one is deprecated
    expect(names("|").slice(0, 6)).toEqual(["both", "mode", "Model", "pick", "words", "step"]);
    expect(names("both.|")).toEqual(["size", "_own"]);
    expect(names("both._|")).toEqual(["_own"]);
    expect(names("words.sl|")).toEqual(["slice"]);
    expect(names("Math.SQ|")).toEqual(["SQRT1_2", "SQRT2", "sqrt"]);
  });

  test("gives type and signature, with the number of further overloads", () => {
    expect(completed("pic|").items[0]).toEqual({
      text: "pick",
      type: "function",
      signature: "(n: number): number (+1 overload)",
    });
    expect(completed("mod|").items[0]).toMatchObject({
      type: "function",
      signature: '(kind: "near" | "far"): void',
    });
    expect(completed("wor|").items[0]).toMatchObject({ type: "instance", signature: "string[]" });
    expect(completed("Mode|").items[0]).toMatchObject({ type: "class" });
    expect(completed("both.si|").items[0]).toMatchObject({ type: "property", signature: "number" });
    expect(completed("retur|").items[0]).toEqual({ text: "return", type: "keyword", signature: "" });
  });

  test("says what an imported name stands for", () => {
    const typeOf = (text: string): string | undefined => completed(text).items[0]?.type;
    expect(typeOf('import * as files from "node:fs";\nfile|')).toBe("module");
    expect(typeOf('import { type PathLike } from "node:fs";\nlet p: PathL|')).toBe("type");
    expect(typeOf('import { type Stats } from "node:fs";\nlet s: Stat|')).toBe("class");
    expect(typeOf('import { readFileSync } from "node:fs";\nreadFileSyn|')).toBe("function");
    const random = "xoroshiro128plusFromState"; // its package.json says where its declarations are
    const module = "pure-rand/generator/xoroshiro128plus";
    expect(typeOf(`import { ${random} } from "${module}";\n${random}|`)).toBe("function");
  });

  test("knows members, and hides private ones", () => {
    expect(names("new Model().|")).toEqual(["rows", "train"]);
    expect(names("const { r| } = new Model();")).toContain("rows");
    expect(names("const o: { alpha: number; beta?: number } = { |")).toEqual(["alpha", "beta"]);
  });

  test("completes keys, literals and import paths inside quotes, and nothing in other strings", () => {
    expect(names('both["|')).toEqual(["size", "the rest", "_own"]);
    expect(names('mode("|")')).toEqual(["far", "near"]);
    expect(names('import * as fs from "node:fs/pro|";')).toEqual(["promises"]);
    expect(names('import { writeFileS| } from "node:fs";')).toEqual(["writeFileSync"]);
    expect(names('import x from "../rew|"')).toEqual(["rewriting"]);
    expect(names('import x from "vite|"')).toContain("vitest");
    expect(names('import x from "@tensorflow/tf|"')).toContain("tfjs");
    expect(names('const text = "wor|ds";')).toEqual([]);
    expect(names("// wor|")).toEqual([]);
  });

  test.each([
    ["words.sl|ice", "words.", "words.slice"],
    ["const x = wor|", "const x = ", "const x = wor"],
    ["const 词 = 1; 词|", "const 词 = 1; ", "const 词 = 1; 词"],
    ["words.|", "words.", "words."],
    ['both["|"]', 'both["', 'both["'],
    ['both["the| rest"]', 'both["', 'both["the rest'],
    ['both["the|', 'both["', 'both["the'],
    ['import x from "../ce|"', 'import x from "../', 'import x from "../ce'],
    ['import x from "@tensorflow|/tfjs"', 'import x from "', 'import x from "@tensorflow'],
    ['mode(|"far")', "mode(", "mode("],
    ["|", "", ""],
  ])("in %s replaces what is typed, and the rest of that word", (text, before, through) => {
    const { start, end } = completed(text);
    const source = text.replace("|", "");
    expect([source.slice(0, start), source.slice(0, end)]).toEqual([before, through]);
  });

  test("replaces the whole typed name with each candidate of a package's scope", () => {
    const text = 'import x from "@tensorflow/tf|"';
    const { start, items } = completed(text);
    const made = `${text.slice(0, start)}${items.find((item) => item.text.endsWith("tfjs"))?.text}`;
    expect(made).toBe('import x from "@tensorflow/tfjs');
  });
});

describe("inspect()", () => {
  test("shows signature, docstring and tags as Markdown and as text", () => {
    const { markdown = "", text = "" } = inspected("ste|p(1)") ?? {};
    expect(markdown).toBe(`\`\`\`typescript
function step(center: number, rate?: number): number
\`\`\`

loss = -log σ(u_o · v_c), an Array&lt;number> like \`Map<a, b>\` with $a < b$; see the choice.

**Parameters**

- \`center\`: id of the word, see \`words\`
- \`rate\`: how far

**Returns** the loss

**Throws** {RangeError} when \`rate\` is negative

**Deprecated** use \`pick\`

**Example**

\`\`\`typescript
step(1, 0.1); // 0.7
\`\`\``);
    expect(text).toMatch(/^function step\(.*\n\nloss = -log σ\(u_o · v_c\), an Array<number> like Map<a, b>/);
    expect(text).toMatch(/\n- center: id of the word, see words\n/);
    expect(text).not.toMatch(/\*\*|```/);
  });

  test("inside the parentheses of a call shows its signature, with the next parameter", () => {
    const { markdown = "" } = inspected("step(1, |)") ?? {};
    expect(markdown).toMatch(/^```typescript\nstep\(center: number, rate\?: number/);
    expect(markdown).toContain("**This parameter**: `rate?: number` — how far");
    expect(markdown).not.toContain("Overload");
    expect(inspected('pick("a", "b", |')?.markdown).toContain("**This parameter**: `...others: string[]`");
    expect(inspected('pick("a", "b", |')?.markdown).toContain("Overload 2 of 2.");
    expect(inspected("step(wor|ds)")?.markdown).toMatch(/const words: string\[\].*All words\..*step\(/s);
  });

  test("adds the declaration if more detail is asked for, without the folders of this machine", () => {
    expect(inspected("words|", true)?.markdown).toMatch(
      /\*\*Declared in\*\* a cell of this session\n\n```typescript\ndeclare const words: string\[\];\n```$/,
    );
    const { markdown = "" } = inspected("Math.sqrt|", true) ?? {};
    expect(markdown).toMatch(/\*\*Declared in\*\* `typescript\/lib\/lib\.es5\.d\.ts`, line \d+/);
    expect(inspected("Math.sqrt|")?.markdown).not.toContain("Declared");
  });

  test("shows at most 40 lines of a declaration", () => {
    const shown = (lines: number): string | undefined => {
      const fields = Array.from({ length: lines - 2 }, (_, i) => `  a${i}: 1,\n`).join("");
      return inspected(`const o = {\n${fields}};\no|`, true)?.markdown.split("\n").at(-2);
    };
    expect([shown(40), shown(41)]).toEqual(["};", "…"]);
  });

  test("accepts an empty tag in a docstring", () => {
    expect(inspected("/** @param */\nfunction bare(value: number): void {}\nbar|e")?.markdown).toContain(
      "function bare(value: number): void",
    );
  });

  test.each(["|", "// a com|ment", "1 |+ 1", '"te|xt"', "unkno|wn"])("finds nothing at %s", (text) => {
    expect(inspected(text)).toBe(undefined);
  });
});

describe("isComplete()", () => {
  test.each([
    "1 + 1",
    "",
    "// a comment",
    "await f();\nfor await (const x of y) z(x);",
    "function f() {\n  return 1;\n}",
    "const s = `a\n\nb`;",
    "x = {\n}",
    "const regex = /[{(`]/;",
  ])("says that %j is complete", (source) => expect(isComplete(ts, source)).toEqual({ status: "complete" }));

  test.each([
    ["const s = `one", ""],
    ["const s = `one\n\n", ""],
    ["/* a comment", ""],
    ["const s = `one ${b", "  "],
    [`const s = \`one \${b}`, ""],
    ["function f() {", "  "],
    ["class A {\n  m() {\n    if (x) {", "      "],
    ["const o = {\n  a: [1,", "    "],
    ["f(1,\n  g(2), ", "  "],
    ["const f = (x) =>", "  "],
    ["  a +", "    "],
    ["a && // more", "  "],
    ["words.map((w) => {\n  return w;\n}).", "  "],
    ["let x =", "  "],
    ["if (x)", "  "],
    ["try {\n}", "  "],
    ["import { a } from", "  "],
    ['const s = "a \\', "  "],
  ])("asks for another line after %j, indented with %j", (source, indent) => {
    expect(isComplete(ts, source)).toEqual({ status: "incomplete", indent });
  });

  test.each(["1 +* 2", "else {", "const const = 1;", "f(1,\n  2]", "}", 'const s = "open'])(
    "says that %j is wrong",
    (source) => expect(isComplete(ts, source)).toEqual({ status: "invalid" }),
  );

  test.each(["function f() {\n\n", "a +\n  \n", "f(1,\n\n  \n"])(
    "runs %j after two line breaks, to show its error",
    (source) => expect(isComplete(ts, source)).toEqual({ status: "complete" }),
  );
});

describe("indexOf() and positionOf()", () => {
  test("are inverse to each other at the ends of whole characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
        const text = before + after;
        expect(positionOf(text, before.length)).toBe([...before].length);
        expect(indexOf(text, [...before].length)).toBe(before.length);
      }),
    );
  });

  test("stay inside the text", () => {
    expect(indexOf("🎉a", 99)).toBe(3);
    expect(positionOf("🎉a", 99)).toBe(2);
  });
});

describe("selectHistory()", () => {
  const entries = ["a", "b1", "a", "b2"].map((code, i) => ({ session: 0, line: i + 1, code }));
  const lines = (request: object) => selectHistory(entries, request).map(([, line]) => line);

  test("returns the tail, a range, or the entries that match a pattern", () => {
    expect(selectHistory(entries, { hist_access_type: "tail", n: 1 })).toEqual([[0, 4, "b2"]]);
    expect(selectHistory(entries, { hist_access_type: "tail", n: 1, output: true })).toEqual([
      [0, 4, ["b2", null]],
    ]);
    expect(lines({ hist_access_type: "tail", n: null })).toEqual([1, 2, 3, 4]);
    expect(lines({ hist_access_type: "tail", n: 0 })).toEqual([]);
    expect(lines({ hist_access_type: "range", session: 0, start: 2, stop: 4 })).toEqual([2, 3]);
    expect(lines({ hist_access_type: "range", start: -2, stop: null })).toEqual([3, 4]);
    expect(lines({ hist_access_type: "range", session: 1, start: 1 })).toEqual([]);
    expect(lines({ hist_access_type: "range", start: 1, stop: -1 })).toEqual([1, 2, 3]);
    expect(lines({ hist_access_type: "range", start: 4, stop: 9 })).toEqual([4]);
    expect(lines({ hist_access_type: "range" })).toEqual([1, 2, 3, 4]);
    expect(lines({ hist_access_type: "search" })).toEqual([1, 2, 3, 4]);
    expect(lines({ hist_access_type: "search", pattern: "b" })).toEqual([]);
    expect(lines({ hist_access_type: "unknown" })).toEqual([]);
    expect(lines({ hist_access_type: "search", pattern: "b?" })).toEqual([2, 4]);
    expect(lines({ hist_access_type: "search", pattern: "*", n: 3 })).toEqual([2, 3, 4]);
    expect(lines({ hist_access_type: "search", pattern: "*", unique: true })).toEqual([2, 3, 4]);
    expect(lines({ hist_access_type: "search", pattern: "(*[" })).toEqual([]);
  });
});

test("help uses no Node API, because the kernel in the browser shares it", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".cjs"));
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    const source = readFileSync(join(import.meta.dirname, file), "utf8");
    for (const [, required] of source.matchAll(/\brequire\("([^"]+)"\)/g))
      expect(required, file).toMatch(/^\.\//);
    expect(source, file).not.toMatch(/\b(?:process|Buffer|__dirname)\b/);
  }
});
