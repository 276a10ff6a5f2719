import { describe, expect, test } from "vitest";
import { type AnyFunction, type Exercise, runExercise } from "../check/index.ts";
import { exercises } from "./exercises.ts";

const all = Object.entries(exercises) as unknown as [string, Exercise<AnyFunction>][];
const seeds = Array.from({ length: 15 }, (_, seed) => seed);

describe.each(all)("%s", (id, exercise) => {
  test("is listed under its own id and has all that a check needs", () => {
    expect(exercise.id).toBe(id);
    expect(exercise.points).toBeGreaterThan(0);
    expect(exercise.equation).not.toBe("");
    for (const hint of exercise.hints) expect(hint).toContain("?");
    expect(new Set(exercise.hints).size).toBe(3);
  });

  test("accepts its own right answer with each of 15 seeds", () => {
    for (const seed of seeds)
      expect(runExercise(exercise, exercise.expected, { seed, rounds: 1 }).passed).toBe(true);
  });

  test.each(exercise.knownMistakes.map((mistake) => [mistake.name, mistake] as const))(
    "recognises the known mistake %s by its own name with each of 15 seeds",
    (name, mistake) => {
      expect(mistake.hint).toContain("?");
      for (const seed of seeds) {
        const result = runExercise(exercise, mistake.value, { seed, rounds: 1 });
        expect(result).toMatchObject({ passed: false, knownMistake: name, hint: mistake.hint });
      }
    },
  );
});

test("the names of an exercise's known mistakes differ", () => {
  for (const [, exercise] of all) {
    const names = exercise.knownMistakes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
