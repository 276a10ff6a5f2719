import { describe, expect, test } from "vitest";
import { loadQuestions, questionOf } from "./questions.ts";

const questions = Object.entries(await loadQuestions());
const rightPlace = (id: string): number =>
  questions.find(([one]) => one === id)?.[1].choices.findIndex(({ right }) => right) ?? -1;

describe("the questions of the course", () => {
  test.each(questions)(
    "%s is in plain text and explains each choice in one to three sentences",
    (_, question) => {
      const { choices } = question;
      for (const text of [question.question, ...choices.flatMap(({ text, why }) => [text, why])]) {
        expect(text).not.toMatch(/[$\\<>`*]/);
        expect(text).toBe(text.trim());
      }
      for (const { why } of choices) {
        expect(why).toMatch(/[.?]$/);
        const sentences = why.split(/[.?!:]\s+(?=[A-Z])/).length;
        expect(sentences, why).toBeLessThanOrEqual(4);
        expect(why.length, why).toBeLessThanOrEqual(260);
      }
    },
  );

  test("do not give the right choice away by its place or its length", () => {
    const places = [0, 1, 2, 3].map((place) => questions.filter(([id]) => rightPlace(id) === place).length);
    for (const often of places.slice(0, 3)) expect(often).toBeLessThan(questions.length / 2);
    expect(Math.min(...places)).toBeGreaterThan(0);
    const longest = questions.filter(([, { choices }]) => {
      const right = choices.find((choice) => choice.right)?.text.length ?? 0;
      return choices.every((choice) => choice.right || choice.text.length < right);
    });
    expect(longest.length).toBeLessThan(questions.length / 2);
    for (const [id, { choices }] of longest) {
      const [first = 0, second = 0] = choices.map(({ text }) => text.length).sort((a, b) => b - a);
      expect(first - second, id).toBeLessThanOrEqual(12);
    }
  });
});

test("questionOf() finds a question, and names the nearest of one that does not exist", async () => {
  expect((await questionOf("04-cbow/output-rows")).choices).toHaveLength(4);
  const asked = (id: string) => questionOf(id as "04-cbow/output-rows");
  await expect(asked("04-cbow/output-row")).rejects.toThrow(
    'Cannot ask "04-cbow/output-row" as there must be such a question. Remedy: use 04-cbow/output-rows',
  );
  await expect(asked("04-cbow/mean-of-context")).rejects.toThrow(
    "Remedy: use 04-cbow/output-rows or 04-cbow/share-of-a-place or 04-cbow/small-rate",
  );
  for (const other of ["output-rows", " 04-CBOW/OUTPUT-ROWS"])
    await expect(asked(other)).rejects.toThrow(/Remedy: use 04-cbow\/output-rows$/);
  await expect(asked("04")).rejects.toThrow("Remedy: use 04-cbow/output-rows or ");
  await expect(asked("toString")).rejects.toThrow(
    /Remedy: use one of 00-start-here\/type-error, .*more-threads$/,
  );
});
