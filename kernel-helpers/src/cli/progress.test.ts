import { expect, test } from "vitest";
import { progressText } from "./progress.ts";

test("progressText() lists every exercise by lesson, with points and the time on this machine", () => {
  const listed = [
    { id: "04-cbow/hidden-layer", points: 2 },
    { id: "04-cbow/softmax-errors", points: 3 },
    { id: "05-skip-gram/pairs", points: 10 },
  ];
  const at = new Date(2027, 2, 1, 9, 5).toISOString();
  const lines = progressText(listed, {
    "04-cbow/hidden-layer": { earned: 2, points: 2, at },
    "05-skip-gram/pairs": { earned: 10, points: 10, at: "some day" },
    "99-gone/x": { earned: 9, points: 9, at },
  }).split("\n");
  expect(lines.slice(0, 5)).toEqual([
    "lesson        exercise          points  passed",
    "────────────  ──────────────  ────────  ────────────────",
    "04-cbow       hidden layer      2 of 2  2027-03-01 09:05",
    "              softmax errors    0 of 3  not yet",
    "05-skip-gram  pairs           10 of 10  some day",
  ]);
  expect(lines[6]).toMatch(/^2 of 3 exercises passed, 12 of 15 points\. This is practice, not a grade:/);
});

test("progressText() hands no text of the file to the terminal that it would obey", () => {
  const passed = { "04-cbow/a": { earned: 1, points: 1, at: "\u001b[2Jnow" } };
  expect(progressText([{ id: "04-cbow/a", points: 1 }], passed)).toContain("\\u{1b}[2Jnow");
});
