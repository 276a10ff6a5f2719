import { describe, expect, test } from "vitest";
import { mutated, mutationsOf } from "./mutations.ts";

/** The line after each of its mutations. */
const variants = (text: string): string[] =>
  mutationsOf("a.ts", text).map((mutation) => mutated(text, mutation));

describe("mutationsOf()", () => {
  test.each([
    ["a < b;", "a <= b;"],
    ["a <= b;", "a < b;"],
    ["a > b;", "a >= b;"],
    ["a >= b;", "a > b;"],
    ["a === b;", "a !== b;"],
    ["a !== b;", "a === b;"],
    ["a * b;", "a / b;"],
    ["a -= b;", "a += b;"],
    ["a % b;", "a;"],
    ["f(true);", ";", "f(false);"],
    ["x = 0x10;", "x = 17;"],
    ["a && b;", "a;", "b;"],
    ["x = a ?? b;", "x = a;", "x = b;"],
    ["if (a) b;", "if (!(a)) b;"],
    ["x = a ? b : c;", "x = !(a) ? b : c;"],
    ["if (a === b) c;", "if (a !== b) c;"],
    ["f();", ";"],
    ["await f();", ";"],
  ])("mutates %s", (text, ...expected) => {
    expect(variants(text)).toEqual(expected);
  });

  test.each([
    'x = "a" + b;',
    "x = `$` + b;",
    "type T = 1 | true;",
    "interface I { a: 1 }",
    'import a from "b" with { c: "1" };',
    "export { a };",
    "let x: 1;",
    "x = { 1: a };",
    "class A extends B { constructor() { super(); } }",
    "x = f();",
  ])("does not mutate %s", (text) => {
    expect(variants(text)).toEqual([]);
  });

  test("gives positions, and also mutates parts of a mutated expression", () => {
    const text = "f(\n  a && g(1),\n);";
    expect(mutationsOf("a.ts", text).map(({ line, column, was, now }) => [line, column, was, now])).toEqual([
      [1, 1, text, ";"],
      [2, 3, "a && g(1)", "a"],
      [2, 3, "a && g(1)", "g(1)"],
      [2, 10, "1", "2"],
    ]);
  });

  test("reads JavaScript too", () => {
    expect(mutationsOf("a.cjs", "module.exports = 1;")).toHaveLength(1);
  });
});
