import { describe, expect, test } from "vitest";
import { type AnyFunction, type Exercise, runExercise } from "../check/index.ts";
import { exercises } from "./exercises.ts";

const all = Object.entries(exercises) as unknown as [string, Exercise<AnyFunction>][];
const seeds = Array.from({ length: 200 }, (_, seed) => seed);

describe.each(all)("%s", (id, exercise) => {
  test("is filed under its own id and can be judged", () => {
    expect(exercise.id).toBe(id);
    expect(exercise.points).toBeGreaterThan(0);
    expect(exercise.equation).not.toBe("");
    for (const hint of exercise.hints) expect(hint).toContain("?");
    expect(new Set(exercise.hints).size).toBe(3);
  });

  test("passes its own right answer with each of 200 seeds", () => {
    for (const seed of seeds) expect(runExercise(exercise, exercise.expected, { seed }).passed).toBe(true);
  });

  test.each(exercise.nearMisses.map((miss) => [miss.name, miss] as const))(
    "knows the mistake %s by its own name with each of 200 seeds",
    (name, miss) => {
      expect(miss.hint).toContain("?");
      for (const seed of seeds) {
        const result = runExercise(exercise, miss.value, { seed });
        expect(result).toMatchObject({ passed: false, nearMiss: name, hint: miss.hint });
      }
    },
  );
});

test("the names of an exercise's mistakes differ", () => {
  for (const [, exercise] of all) {
    const names = exercise.nearMisses.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
