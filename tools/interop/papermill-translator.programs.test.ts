import { join } from "node:path";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "./run-program.ts";

interface Translated {
  readonly code: readonly string[];
  readonly found: readonly (readonly (readonly [string, string, string, string])[])[];
}

/** `parameters` are JSON as Python reads it, with NaN and Infinity. */
function translate(parameters: readonly string[], cells: readonly string[] = []): Translated {
  const job = `{"parameters": [${parameters.join()}], "cells": ${JSON.stringify(cells)}}`;
  const { stdout, stderr } = runProgram("python", [join(import.meta.dirname, "papermill-translator.py")], {
    input: job,
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Translated;
}

/** The variable `value` after the code has run, compiled by TypeScript. */
function evaluate(code: string): unknown {
  const { outputText, diagnostics } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  expect(diagnostics).toEqual([]);
  return structuredClone(runInNewContext(`${outputText}; ({ value })`).value);
}

/** JSON.parse rounds large integers; the translator keeps them by writing bigints. */
function withoutBigints(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(withoutBigints);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutBigints(part)]));
}

/** The strict compiler's errors for the code in a separate file. */
function complaints(code: string): string[] {
  const host = ts.createCompilerHost({});
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === "cell.ts"
      ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, name, ...rest);
  const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] };
  const program = ts.createProgram(["cell.ts"], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const samples: readonly (readonly [json: string, value: unknown])[] = [
  ["null", null],
  ["[NaN, Infinity, -Infinity, -0.0, 1e-7, 1e21]", [Number.NaN, Infinity, -Infinity, -0, 1e-7, 1e21]],
  ["9007199254740991", 9007199254740991],
  ["9007199254740993", 9007199254740993n],
  ['"\\ud83d"', "\ud83d"],
  [
    '{"__proto__": 1, "two words": {"1": []}, "class": {}}',
    JSON.parse('{"__proto__": 1, "two words": {"1": []}, "class": {}}'),
  ],
];

describe("the translator of papermill's parameters", () => {
  test("writes code that gives the same value in TypeScript", () => {
    const random = fc.sample(fc.jsonValue({ stringUnit: "binary" }), { numRuns: 150, seed: 7 });
    const texts = random.map((value) => JSON.stringify(value));
    const wanted = [
      ...samples.map(([, value]) => value),
      ...texts.map((text) => JSON.parse(text) as unknown),
    ];
    const { code } = translate(
      [...samples.map(([json]) => json), ...texts].map((json) => `{"value": ${json}}`),
    );
    expect(code).toHaveLength(wanted.length);
    for (const [i, value] of wanted.entries()) {
      const read = evaluate(code[i]!);
      expect(i < samples.length ? read : withoutBigints(read), code[i]).toEqual(value);
    }
  });

  test("gives values types that a learner can use under the strict compiler", () => {
    const { code } = translate([
      '{"rate": 0.05, "word": null, "words": [], "lists": {"empty": [], "none": null}}',
    ]);
    const use = `if (rate === 0.1) words.push("a");
      word.length;
      const first = (): string => words[0];
      lists.empty.push(1);
      lists.none?.length;
      first();`;
    expect(complaints(`${code[0]}${use}`)).toEqual([]);
    expect(complaints(`${code[0]}const text: string = rate;`)).toHaveLength(1);
  });

  describe("finds in a cell", () => {
    const cases: readonly (readonly [cell: string, found: Translated["found"][number]])[] = [
      ["let rate = 0.1; // step", [["rate", "number", "0.1", "step"]]],
      ["let rate: number = 1e-5", [["rate", "number", "1e-5", ""]]],
      [
        "/** The name. */\nexport const word = 'a = 1; // b';",
        [["word", "string", "'a = 1; // b'", "The name."]],
      ],
      [
        "const words: string[] = [\n  'a', // first\n  'b'\n]\nlet on = true",
        [
          ["words", "string[]", "[ 'a', 'b' ]", ""],
          ["on", "boolean", "true", ""],
        ],
      ],
      [
        "let a = -Infinity, b: Map<string, number> = new Map(), c = 10n // last",
        [
          ["a", "number", "-Infinity", ""],
          ["b", "Map<string, number>", "new Map()", ""],
          ["c", "bigint", "10n", "last"],
        ],
      ],
      [
        "let none = null\nlet either: string | null = null",
        [
          ["none", "NoneType", "null", ""],
          ["either", "string | null", "null", ""],
        ],
      ],
      ["function f() {\n  let inner = 1;\n}\nif (1 < 2) { let x = 1; }\nf();", []],
      ["const f = (x: number): number => x + 1;", [["f", "None", "(x: number): number => x + 1", ""]]],
      ["let unset: number;\nlet { a } = b;\nimport { c } from 'd'", []],
      ["", []],
      ["let broken = 'open\nlet next = [1,", []],
    ];
    let found: Translated["found"];
    beforeAll(() => {
      found = translate(
        [],
        cases.map(([cell]) => cell),
      ).found;
    });
    test.each(cases.map(([cell, wanted], i) => ({ cell, wanted, i })))("$cell", ({ cell, wanted, i }) => {
      if (cell.includes("broken"))
        expect(found[i]).toBeInstanceOf(Array); // any list, but no failure
      else expect(found[i]).toEqual(wanted);
    });
  });
});
