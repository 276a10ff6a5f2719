import { expect, test } from "vitest";
import { optionOfOtherName } from "./other-names.ts";
import { trainSpecs } from "./train-plan.ts";

test.each([
  ["vector-size", ["dim", "dims", "size", "vector"]],
  ["threads", ["workers", "thread"]],
  ["epochs", ["iter", "iterations", "epoch"]],
  ["architecture", ["sg", "model"]],
  ["alpha", ["lr", "learning-rate", "learning_rate"]],
  ["negative", ["neg"]],
  ["window", ["ws"]],
])("optionOfOtherName() finds --%s by its other names", (option, names) => {
  for (const name of names) expect(optionOfOtherName(name, Object.keys(trainSpecs))).toBe(option);
});

test("optionOfOtherName() knows nothing for a command without the option, or for another word", () => {
  expect(optionOfOtherName("workers", ["count"])).toBeUndefined();
  expect(optionOfOtherName("thread-count", Object.keys(trainSpecs))).toBeUndefined();
});
