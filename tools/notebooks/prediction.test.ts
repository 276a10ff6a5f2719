import { expect, test } from "vitest";
import { parseCells } from "./parse-cells.ts";
import { predictionOf } from "./prediction.ts";

const folded =
  "\n// ### Predict\n//\n// How many?\n//\n// <details><summary>Answer</summary>\n//\n// Five.\n//\n// </details>\n";
const read = (attributes: string, text = folded) => {
  const [cell] = parseCells(`// %% [markdown] name="a"${attributes}${text}`, "a.ts");
  return predictionOf(cell!, "a.ts");
};

test("predictionOf() reads a number with its margin, a choice, and neither", () => {
  expect(read(' answer="5"')).toEqual({ answer: 5, within: 0 });
  expect(read(' answer="2.77" within="0.01"')).toEqual({ answer: 2.77, within: 0.01 });
  expect(read(' choices="more | less" answer="less"')).toEqual({ answer: "less", choices: ["more", "less"] });
  expect(read("")).toBeUndefined();
  expect(read("", "\n// Only text.\n")).toBeUndefined();
});

test("predictionOf() asks for no folded answer above a quiz, unless one is to be typed", () => {
  const above = (attributes: string, below: string) => {
    const text = `// %% [markdown] name="a"${attributes}\n// ### Predict\n\n// %% name="b"\n${below}\n`;
    const [cell, next] = parseCells(text, "a.ts");
    return predictionOf(cell!, "a.ts", next);
  };
  expect(above("", 'await quiz("01-a/b");')).toBeUndefined();
  for (const [attributes, below] of [
    ["", "await show(quiz);"],
    [' answer="5"', 'await quiz("01-a/b");'],
  ] as const)
    expect(() => above(attributes, below)).toThrow("the answer is folded away");
});

test.each([
  [
    "an answer that is not folded away",
    "",
    "\n// ### Predict\n//\n// How many?\n",
    "the answer is folded away",
  ],
  ["an answer without a question", ' answer="5"', "\n// Only text.\n", 'heading "### Predict"'],
  ["choices without an answer", ' choices="more|less"', folded, "need an answer"],
  ["an answer that is no choice", ' choices="more|less" answer="same"', folded, 'current values are "same"'],
  ["a word without choices", ' answer="five"', folded, 'current values are "five"'],
  ["an empty answer", ' answer=""', folded, 'current values are "" and "0"'],
  ["a number of another notation", ' answer="0x10"', folded, 'current values are "0x10"'],
  ["a margin below 0", ' answer="5" within="-1"', folded, '"-1"'],
  ["a margin without end", ' answer="5" within="Infinity"', folded, '"Infinity"'],
  ["a margin for choices", ' choices="a|b" answer="a" within="1"', folded, "belongs to a number"],
  ["a choice that stands there twice", ' choices="a|b|a" answer="a"', folded, "which differ"],
  ["an empty choice", ' choices="a||b" answer="a"', folded, "not empty"],
  ["a margin that is no number", ' answer="5" within="small"', folded, '"small"'],
])("predictionOf() refuses %s", (_, attributes, text, message) => {
  expect(() => read(attributes, text)).toThrow(message);
});
