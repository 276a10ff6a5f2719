import { expect, test } from "vitest";
import { progressText } from "./progress.ts";

test("progressText() lists every exercise by lesson, with points and the time on this machine", () => {
  const exercises = [
    { id: "04-cbow/hidden-layer", points: 2 },
    { id: "04-cbow/softmax-errors", points: 3 },
    { id: "05-skip-gram/pairs", points: 10 },
  ];
  const at = new Date(2027, 2, 1, 9, 5).toISOString();
  const passed = {
    "04-cbow/hidden-layer": { earned: 2, points: 2, at },
    "05-skip-gram/pairs": { earned: 10, points: 10, at: "some day" },
    "99-gone/x": { earned: 9, points: 9, at },
  };
  const choices = {
    "04-cbow/b": { choice: 0, right: true, at },
    "04-cbow/c": { choice: 1, right: false, at },
  };
  const questions = ["04-cbow/a", "04-cbow/b", "04-cbow/c", "05-skip-gram/a"];
  const lines = progressText({ exercises, questions }, { passed, choices }).split("\n");
  expect(lines.slice(0, 5)).toEqual([
    "lesson        exercise          points  passed",
    "────────────  ──────────────  ────────  ────────────────",
    "04-cbow       hidden layer      2 of 2  2027-03-01 09:05",
    "              softmax errors    0 of 3  not yet",
    "05-skip-gram  pairs           10 of 10  some day",
  ]);
  expect(lines.slice(6, 10)).toEqual([
    "lesson        questions answered right",
    "────────────  ────────────────────────",
    "04-cbow       1 of 3",
    "05-skip-gram  0 of 1",
  ]);
  expect(lines[11]).toMatch(/^2 of 3 exercises passed, 12 of 15 points\. This is practice, not a grade:/);
});

test("progressText() hands no text of the file to the terminal that it would obey", () => {
  const passed = { "04-cbow/a": { earned: 1, points: 1, at: "\u001b[2Jnow" } };
  expect(progressText({ exercises: [{ id: "04-cbow/a", points: 1 }], questions: [] }, { passed })).toContain(
    "\\u{1b}[2Jnow",
  );
});
