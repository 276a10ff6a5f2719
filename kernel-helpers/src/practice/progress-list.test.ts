import { describe, expect, test } from "vitest";
import { progressList, progressReport } from "./progress-list.ts";

describe("the list of exercises", () => {
  const exercises = [
    { id: "00-start-here/mean", points: 1 },
    { id: "04-cbow/hidden-layer", points: 2 },
    { id: "04-cbow/softmax-errors", points: 3 },
  ];
  const done = { "04-cbow/hidden-layer": { earned: 2, points: 2, at: "2026-01-01T00:00:00.000Z" } };

  test("progressList() groups by lesson, in the course's order", () => {
    const list = progressList(exercises, done);
    expect([...list.keys()]).toEqual(["00-start-here", "04-cbow"]);
    expect(list.get("04-cbow")?.map(({ name, passed }) => [name, passed !== undefined])).toEqual([
      ["hidden layer", true],
      ["softmax errors", false],
    ]);
  });

  test("progressReport() lists every exercise and question, and says what it means", () => {
    const course = { exercises, questions: ["04-cbow/a", "04-cbow/b"] };
    const choices = { "04-cbow/a": { choice: 2, right: true, at: "2026-01-01T00:00:00.000Z" } };
    const {
      note,
      exercises: marks,
      questions,
    } = JSON.parse(progressReport(course, { passed: done, choices }, "practice, not a grade"));
    expect(note).toContain("practice, not a grade");
    expect(marks).toEqual([
      { exercise: "00-start-here/mean", passed: false, earned: 0, points: 1 },
      { exercise: "04-cbow/hidden-layer", passed: true, ...done["04-cbow/hidden-layer"] },
      { exercise: "04-cbow/softmax-errors", passed: false, earned: 0, points: 3 },
    ]);
    expect(questions).toEqual([
      { question: "04-cbow/a", ...choices["04-cbow/a"] },
      { question: "04-cbow/b", right: false },
    ]);
  });
});
