import { expect, test } from "vitest";
import { durationText, paceText } from "./pace.ts";

test.each([
  [0, "0.0 s"],
  [9.94, "9.9 s"],
  [9.96, "10 s"],
  [119, "119 s"],
  [119.5, "2 min 0 s"],
  [3599.5, "1 h 0 min"],
  [7384, "2 h 3 min"],
])("durationText(%d) is %s", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

test("paceText() leaves out what is not known", () => {
  expect(paceText({ perSecond: 0.0345 })).toBe("0.035/s");
  expect(paceText({ perSecond: 9.54 })).toBe("9.5/s");
  expect(paceText({ perSecond: 2, secondsLeft: Number.POSITIVE_INFINITY })).toBe("2/s");
  expect(paceText({ perSecond: Number.NaN, secondsLeft: 3 })).toBe("3.0 s left");
  expect(paceText({ perSecond: Number.NaN })).toBe("");
});
