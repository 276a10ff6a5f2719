import { expect, test } from "vitest";
import { predictionOf, typedNumbers } from "./prediction-form.ts";

test.each([
  ["5", 5],
  ["+5", 5],
  ["5.", 5],
  ["12 800", 12800],
  ["1,234,567.5", 1234567.5],
  ["2,77", 2.77],
  ["\u221288.7", -88.7],
  [".5", 0.5],
  [",5", 0.5],
  ["0,125", 0.125],
  ["1e-3", 0.001],
  ["1E\u22123", 0.001],
  ["1e+5", 1e5],
  ["\uff12\uff0e\uff15", 2.5],
  ["1.234.567,5", 1234567.5],
])("typedNumbers() reads %j as a person means it", (text, number) => {
  expect(typedNumbers(text)).toEqual([number]);
});

test.each([
  ["2,304", [2304, 2.304]],
  [" 12,800 ", [12800, 12.8]],
  ["12.800", [12.8, 12800]],
])("typedNumbers() reads %j in both ways in which it is written", (text, numbers) => {
  expect(typedNumbers(text)).toEqual(numbers);
});

test.each(["", ".", "five", "\u4e94", "1,2,3", "0x10", "Infinity", "1e999", "--1", "50 %", "9".repeat(1e5)])(
  "typedNumbers() takes %j for no number",
  (text) => {
    expect(typedNumbers(text)).toEqual([]);
  },
);

test("predictionOf() accepts what the course writes, and nothing else", () => {
  const number = { answer: 5, within: 0.1 };
  const choice = { answer: "more", choices: ["more", "less"] };
  expect(predictionOf(number)).toEqual(number);
  expect(predictionOf(choice)).toEqual(choice);
  for (const other of [
    undefined,
    null,
    "5",
    {},
    { answer: 5 },
    { answer: "more", choices: [1] },
    { answer: "same", choices: ["more"] },
  ])
    expect(predictionOf(other)).toBeUndefined();
});
