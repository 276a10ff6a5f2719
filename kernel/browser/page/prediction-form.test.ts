import { expect, test } from "vitest";
import { predictionOf, typedNumber } from "./prediction-form.ts";

test.each([
  ["5", 5],
  [" 12,800 ", 12800],
  ["12 800", 12800],
  ["1,234,567.5", 1234567.5],
  ["2,77", 2.77],
  ["\u221288.7", -88.7],
  [".5", 0.5],
  ["1e-3", 0.001],
])("typedNumber() reads %j as a person means it", (text, number) => {
  expect(typedNumber(text)).toBe(number);
});

test.each(["", "five", "1,2,3", "0x10", "Infinity", "--1"])(
  "typedNumber() takes %j for no number",
  (text) => {
    expect(typedNumber(text)).toBeNaN();
  },
);

test("predictionOf() accepts what the course writes, and nothing else", () => {
  const number = { answer: 5, within: 0.1 };
  const choice = { answer: "more", choices: ["more", "less"] };
  expect(predictionOf(number)).toEqual(number);
  expect(predictionOf(choice)).toEqual(choice);
  for (const other of [undefined, null, "5", {}, { answer: 5 }, { answer: "more", choices: [1] }])
    expect(predictionOf(other)).toBeUndefined();
});
