import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { mutated, mutationsOf } from "../mutate/mutations.ts";
import { outdated, unexplained } from "./explained.ts";
import { tryMutants } from "./mutants-of.ts";
import { LEARNERS_RULES } from "./rules.ts";
import { describeSpecimens } from "./specimens.suite.ts";
import { answerScope, subjects } from "./subjects.ts";
import { tryAnswer } from "./try-answer.ts";

let opened: Awaited<ReturnType<typeof answerScope>>;
beforeAll(async () => {
  opened = await answerScope();
});
afterAll(() => opened.close());

describe("tryMutants()", () => {
  test.each(subjects(projectRoot).map((subject) => [subject.exercise.id, subject] as const))(
    "finds no change of the right answer to %s that its check accepts, and every explanation current",
    (_, subject) => {
      const run = tryMutants(subject, opened.scope);
      expect(run.tried).toBeGreaterThan(5);
      expect(unexplained(run)).toEqual([]);
      expect(outdated([run])).toEqual([]);
    },
  );

  test("finds what a check accepts that tries too little", () => {
    const subject = subjects(projectRoot).find(({ exercise }) => exercise.id === "04-cbow/hidden-layer");
    if (subject === undefined) throw new Error("the exercise is missing");
    const { instances } = subject.exercise;
    const lax = { ...subject.exercise, instances: (random: () => number) => instances(random).slice(1, 2) };
    const { survivors } = tryMutants({ ...subject, exercise: lax }, opened.scope);
    expect(survivors).toContain("1 / context.length → 1"); // a context of one word
    expect(survivors).toContain("context → new Set(context)");
  });
});

describe("tryAnswer()", () => {
  const [subject] = subjects(projectRoot);
  test.each([
    ["while (true);", "never ends"],
    ["nothing();", "cannot run"],
    ["const a = ;", "cannot run"],
  ])("says of the code %s that it %s", (code, verdict) => {
    if (subject === undefined) throw new Error("there is no exercise");
    const answer = { before: code, code: "", judged: "0" };
    expect(tryAnswer(subject.exercise, answer, opened.scope, { limit: 200 })).toBe(verdict);
  });
});

describe("LEARNERS_RULES", () => {
  test.each([
    ["a + b;", "a;", "b;"],
    ["a - b;", "-(b);"],
    ["f(a, b);", "f(b, a);"],
    ["x = Math.max(a, b);", "x = a;", "x = b;"],
    ["x = z.reduce((m, y) => Math.max(m, y));", "x = z[0];"],
    ["x = z.reduce((s, y) => s + y, 0);", "x = (z.reduce((s, y) => s + y, 0) / z.length);"],
    ["for (const w of c) addScaled(h, 1, w);", "for (const w of c) addScaled(h, (1) / [...c].length, w);"],
    ["for (const w of c) f(w);", "for (const w of new Set(c)) f(w);"],
    ["x = Math.exp(z);", "x = Math.exp(Math.min(700, z));", "x = Math.exp(Math.max(-700, z));"],
    ["x = softplus(z);", "x = Math.log(1 + Math.exp(z));", "x = -Math.log(1 - sigmoid(z));"],
    ["{ f(a); g(a); }", "{ g(a);\nf(a); }"],
    [
      "for (let i = 0; i < n; i++);",
      "for (let i = (0) + 1; i < n; i++);",
      "for (let i = 0; i < (n) + -1; i++);",
    ],
    ["x = z.map(f);", "x = z;"],
    ["x = new Float64Array(2);", "x = new Float32Array(2);"],
    ["if (a) throw b;", ";"],
  ])("change %s", (text, ...expected) => {
    const variants = mutationsOf("a.ts", text, LEARNERS_RULES).map((mutation) => mutated(text, mutation));
    expect(variants).toEqual(expect.arrayContaining(expected));
  });
});

describeSpecimens(Number(process.env.W2V_SEEDS ?? 4));
