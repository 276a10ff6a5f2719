import { expect, test } from "vitest";
import { quizTallies } from "./quiz-tallies.ts";

test("quizTallies() counts the right answers of each lesson, and no questions that are gone", () => {
  const at = "2026-01-01T00:00:00.000Z";
  const choices = {
    "04-cbow/a": { choice: 0, right: true, at },
    "04-cbow/b": { choice: 1, right: false, at },
    "04-cbow/gone": { choice: 1, right: true, at },
  };
  const tallies = quizTallies(["00-a/x", "04-cbow/a", "04-cbow/b"], choices);
  expect([...tallies]).toEqual([
    ["00-a", { right: 0, questions: 1 }],
    ["04-cbow", { right: 1, questions: 2 }],
  ]);
});
