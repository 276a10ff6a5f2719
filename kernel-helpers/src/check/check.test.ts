import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CheckFailed } from "./check-failed.ts";
import { compare } from "./compare.ts";
import { describeValue } from "./describe-value.ts";
import type { Exercise } from "./exercise.ts";
import { runExercise } from "./run-exercise.ts";

const exact = { tolerance: 0 };

describe("compare()", () => {
  test("finds no difference between a value and its copy", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(compare(value, structuredClone(value), exact)).toBeUndefined();
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, "1", [1]])(
    "does not accept %s for the number 1",
    (actual) => {
      expect(compare(1, actual, { tolerance: 1e9 })).toMatchObject({ where: "result", wanted: "1" });
    },
  );

  test("allows exactly the tolerance, which is relative above 1", () => {
    expect(compare(0.5, 0.5 + 0.9e-6, { tolerance: 1e-6 })).toBeUndefined();
    expect(compare(0.5, 0.5 + 1.1e-6, { tolerance: 1e-6 })).toBeDefined();
    expect(compare(1000, 1000.0009, { tolerance: 1e-6 })).toBeUndefined();
    expect(compare(1000, 1000.0011, { tolerance: 1e-6 })).toBeDefined();
    expect(compare(0, 0.25, { tolerance: 0.25 })).toBeUndefined();
  });

  test("says where lists and records differ", () => {
    expect(compare([1, 2, 3], [1, 2, 4], exact)).toEqual({
      kind: "value",
      where: "result[2]",
      wanted: "3",
      got: "4",
      apart: 1 / 3,
    });
    expect(compare({ a: { b: [1] } }, { a: { b: [] } }, exact)).toEqual({
      kind: "length",
      where: "result.a.b",
      wanted: "a list of 1 number",
      got: "an empty list",
    });
    expect(compare(new Map([["a", 1]]), new Map([["a", 2]]), exact)).toMatchObject({ where: "result[0][1]" });
  });

  test("treats a typed array of any type as an array", () => {
    expect(compare(Float64Array.of(1, 2), [1, 2], exact)).toBeUndefined();
    expect(compare([0.5], Float32Array.of(0.5), exact)).toBeUndefined();
  });

  test("accepts any value if no result is expected", () => {
    expect(compare(undefined, 7, exact)).toBeUndefined();
  });
});

test("describeValue() shows small lists and tables in full, and shortens longer ones", () => {
  const long = Array.from({ length: 25 }, (_, i) => i);
  expect(describeValue(long)).toBe("[0, 1, 2, 3, 4, 5, … 25 in all]");
  expect(describeValue(long.slice(1))).toBe(`[${long.slice(1).join(", ")}]`);
  expect(describeValue({ rows: 5, width: 5, data: new Float64Array(25) })).toBe("a table of 5 × 5");
  expect(describeValue({ rows: 2, width: 2, data: Float64Array.of(1, 2, 3, 1 / 3) })).toBe(
    "a table of 2 × 2 [[1, 2], [3, 0.333333]]",
  );
  const parts = { rows: 4, width: 3, data: 2 };
  for (const missing of Object.keys(parts)) {
    const others = Object.entries(parts).filter(([name]) => name !== missing);
    expect(describeValue(Object.fromEntries(others))).toMatch(/^\{ .+: \d, .+: \d \}$/);
  }
  expect([null, true].map(describeValue)).toEqual(["null", "true"]);
});

const double: Exercise<(values: number[]) => number[]> = {
  id: "00-test/double",
  points: 2,
  equation: "none",
  parameters: ["values"],
  instances: (random) => [[[]], [[1]], [[random(), -3]]],
  expected: (values) => values.map((x) => 2 * x),
  tolerance: 1e-9,
  hints: ["one?", "two?", "three?"],
  knownMistakes: [
    { name: "square", hint: "Is 3 doubled 9?", value: (values) => values.map((x) => x * x) },
    { name: "nan", hint: "What is 0/0?", value: (values) => values.map(() => Number.NaN) },
  ],
};

/** An exercise in which every argument is wrong. */
const strict: Exercise<(x: number) => unknown> = {
  ...double,
  parameters: ["x"],
  instances: () => [[0]],
  expected: () => {
    throw new RangeError("no");
  },
  knownMistakes: [],
};

describe("runExercise()", () => {
  test("accepts any right answer, and gives its points", () => {
    expect(runExercise(double, (values) => values.map((x) => x + x))).toEqual({
      id: "00-test/double",
      passed: true,
      points: 2,
      tried: 15, // three instances in five rounds
    });
  });

  test("names the known mistake and says what was wanted, got, and where", () => {
    const result = runExercise(double, (values) => values.map((x) => x ** 2));
    expect(result).toMatchObject({
      passed: false,
      points: 0,
      knownMistake: "square",
      hint: "Is 3 doubled 9?",
    });
    expect(result.failing).toBe(2); // the first instance, an empty list, gives the right result
    expect(result.problem).toBe("wanted 2, got 1 at result[0]\n  with values = [1]");
  });

  test("numbers arguments that have no names", () => {
    const { problem } = runExercise({ ...double, parameters: [] }, () => [42]);
    expect(problem).toContain("with argument 1 = []");
  });

  test("recognises a mistake that gives NaN", () => {
    expect(runExercise(double, (values) => values.map(() => 0 / 0)).knownMistake).toBe("nan");
  });

  test("names no mistake if no known mistake gives these answers", () => {
    expect(runExercise(double, () => [42]).knownMistake).toBeUndefined();
  });

  test("reports that the learner's function changed its argument", () => {
    const result = runExercise(double, (values) => {
      const doubled = values.map((x) => 2 * x);
      values.fill(0);
      return doubled;
    });
    expect(result.problem).toContain("wanted 1, got 0 at values (after the call)[0]");
  });

  test("reports that the learner's function throws", () => {
    const result = runExercise(double, () => {
      throw new Error("TODO: write double");
    });
    expect(result.problem).toBe(
      "your function stopped with an error: TODO: write double\n  with values = []",
    );
  });

  test.each([
    [
      "is the TODO still",
      () => {
        throw new Error("TODO: write double");
      },
      "Which function does the TODO name?",
    ],
    [
      "throws",
      () => {
        throw new TypeError("x is undefined");
      },
      "Which value is not what you expected?",
    ],
    [
      "returns nothing",
      () => undefined as unknown as number[],
      "Does every way through it end in `return`, with a value behind it",
    ],
    ["changes its argument", (values: number[]) => values.fill(9), "Which of your lines writes into it?"],
  ])("asks a question about a function that %s", (_, answer, question) => {
    const result = runExercise(double, answer);
    expect(result.knownMistake).toBeUndefined();
    expect(result.hint).toContain(question);
  });

  test("asks no question about a changed argument if the right answer changes it too", () => {
    const inPlace: Exercise<(values: number[]) => void> = {
      ...double,
      expected: (values) => void values.splice(0, values.length, ...values.map((x) => 2 * x)),
      knownMistakes: [],
    };
    expect(runExercise(inPlace, (values) => void values.fill(9))).not.toHaveProperty("hint");
  });

  test("recognises a mistake in a function that also forgets to throw", () => {
    const positive: Exercise<(x: number) => number> = {
      ...double,
      parameters: ["x"],
      instances: () => [[2], [-1]],
      expected: (x) => {
        if (x < 0) throw new RangeError("negative");
        return 2 * x;
      },
      knownMistakes: [{ name: "square-plus-one", hint: "?", value: (x) => x * x + 1 }],
    };
    expect(runExercise(positive, (x) => x ** 2 + 1).knownMistake).toBe("square-plus-one");
  });

  test("accepts any error, but no value, if an error is expected", () => {
    const answer = (): number => {
      throw new TypeError("other words");
    };
    expect(runExercise(strict, answer).passed).toBe(true);
    expect(runExercise(strict, () => 0).problem).toContain("wanted an error, got 0\n");
  });

  const inPlace: Exercise<(table: Float64Array) => void> = {
    ...double,
    parameters: ["table"],
    instances: (random) => [[Float64Array.of(1, random())]],
    expected: (table) =>
      void table.forEach((x, i) => {
        table[i] = 2 * x;
      }),
    tolerance: 1e-9,
    knownMistakes: [],
  };
  const kept = new Float64Array(1);
  test.each<[string, (values: number[]) => unknown]>([
    [
      "todo",
      () => {
        throw new Error("TODO: write double");
      },
    ],
    [
      "stopped",
      () => {
        throw Object.create(null);
      },
    ],
    ["nothing-returned", () => undefined],
    ["promise", async (values) => values.map((x) => 2 * x)],
    ["infinite", (values) => values.map((x) => x / 0)],
    ["precision", (values) => values.map((x) => Math.fround(2 * x))],
    ["length", (values) => [...values, 1]],
    ["length", () => new Array(2 ** 32 - 1)],
    ["shape", (values) => values.map((x) => [2 * x])],
    [
      "shape",
      () =>
        new Proxy([], {
          get: () => {
            throw new Error("no");
          },
        }),
    ],
    ["argument-changed", (values) => values.splice(0).map((x) => 2 * x)],
  ])("calls a slip %s", (slip, answer) => {
    expect(runExercise(double, answer as (values: number[]) => number[])).toMatchObject({
      passed: false,
      slip,
    });
  });
  test.each<[string, (table: Float64Array) => unknown]>([
    ["nothing-changed", (table) => table.map((x) => 2 * x)],
    ["not-a-number", (table) => table.fill(Number.NaN)],
  ])("calls a slip of a function that works in place %s", (slip, answer) => {
    expect(runExercise(inPlace, answer as (table: Float64Array) => void)).toMatchObject({
      passed: false,
      slip,
    });
  });
  test.each<[string, (table: Float64Array) => Float64Array]>([
    ["view", (table) => table.subarray(0, 1)],
    [
      "same-memory",
      (table) => {
        kept[0] = table[0] as number;
        return kept;
      },
    ],
  ])("calls the result %s that has no memory of its own", (slip, answer) => {
    const first: Exercise<(table: Float64Array) => Float64Array> = {
      ...inPlace,
      expected: (table) => table.slice(0, 1),
      knownMistakes: [],
    };
    expect(runExercise(first, answer)).toMatchObject({ passed: false, slip });
    expect(runExercise(first, (table) => Float64Array.of(table[0] as number)).passed).toBe(true);
  });

  test("tells a wrong number first, then what has only no memory of its own or only float32's digits", () => {
    const answer = (values: number[]): number[] => values.map((x) => (x < 0 ? x : Math.fround(2 * x)));
    expect(runExercise(double, answer).problem).toMatch(/^wanted -6, got -3 at result\[1\]/);
  });

  test("shows as many digits as tell two numbers apart", () => {
    const { problem } = runExercise(double, (values) => values.map((x) => Math.fround(2 * x)));
    const [, wanted, got] = /^wanted (\S+), got (\S+) at/.exec(problem ?? "") ?? [];
    expect(wanted).not.toBe(got);
    expect(wanted?.slice(0, 7)).toBe(got?.slice(0, 7));
  });

  test("rejects anything but a function", () => {
    expect(() => runExercise(double, undefined as unknown as () => number[])).toThrow(
      'Cannot check "00-test/double" as the second argument must be your function: current value is nothing',
    );
  });

  test("shows a result that contains itself", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(runExercise(strict, () => circle).problem).toContain("[[[[a list of 1 list of 1]]]]");
  });

  test("gives the same verdict for the same seed", () => {
    const answer = (): number[] => [1];
    expect(runExercise(double, answer, { seed: 5 })).toEqual(runExercise(double, answer, { seed: 5 }));
  });
});

test("CheckFailed says everything in its message and shows no frames of the library", () => {
  const error = new CheckFailed(
    runExercise(double, (values) => values.map(() => 42)),
    "two?",
  );
  expect(error.message).toContain("00-test/double is not right yet");
  expect(error.message).toContain("Hint: two?");
  expect(error.stack).toBe(`CheckFailed: ${error.message}`);
});
