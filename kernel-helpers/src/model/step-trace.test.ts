import { describe, expect, test } from "vitest";
import { row } from "../base/index.ts";
import { copyModel } from "./copy-model.ts";
import { gradientByNumbers } from "./gradient-by-numbers.ts";
import { examples, plainLoss, randomModel } from "./model.suite.ts";
import { stepTrace } from "./step-trace.ts";
import { outputErrors, trainStep } from "./train-step.ts";

describe.each(Object.entries(examples))("stepTrace() of %s", (_, example) => {
  const model = randomModel(3);
  const before = structuredClone(model);
  const trace = stepTrace(model, example, 0.5);

  test("changes nothing and is plain data", () => {
    expect(model).toEqual(before);
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  test("has the rows, the loss, h and the errors of the step, to the last bit", () => {
    const moved = copyModel(model);
    expect(trace.loss).toBe(trainStep(moved, example, 0.5));
    const { words, errors, h } = outputErrors(model, example);
    expect(trace.h).toEqual([...h]);
    expect(trace.outputs.map(({ error }) => error)).toEqual([...errors]);
    expect(trace.outputs.map((output) => output.row)).toEqual(Array.from(words));
    for (const output of trace.outputs) {
      expect(output.before).toEqual([...row(model.output, output.row)]);
      expect(output.after).toEqual([...row(moved.output, output.row)]);
    }
    expect(trace.inputs.map(({ word }) => word)).toEqual(example.inputs);
    for (const input of trace.inputs) {
      expect(input.before).toEqual([...row(model.input, input.word)]);
      expect(input.after).toEqual([...row(moved.input, input.word)]);
    }
    const rowsOf = (table: typeof model.input): number[][] =>
      Array.from({ length: table.rows }, (__, i) => [...row(table, i)]);
    const untouched = rowsOf(moved.input).filter((__, i) => !example.inputs.includes(i));
    expect(untouched).toEqual(rowsOf(model.input).filter((__, i) => !example.inputs.includes(i)));
  });

  test("has labels and probabilities whose difference is the error, and the loss after the step", () => {
    for (const { probability, label, error } of trace.outputs)
      expect(probability - label).toBeCloseTo(error, 14);
    const moved = copyModel(model);
    trainStep(moved, example, 0.5);
    expect(trace.lossAfter).toBeCloseTo(plainLoss(moved, example), 12);
  });

  test("has losses that begin at L and fall at first by the square of the gradient's length", () => {
    const steps = stepTrace(model, example, 0.5, { rates: 3, largestRate: 2e-6 }).losses;
    expect(steps.map(({ alpha }) => alpha)).toEqual([0, 1e-6, 2e-6]);
    expect(steps[0]?.loss).toBe(trace.loss);
    const gradient = gradientByNumbers(model, (one) => plainLoss(one, example));
    const squared = [...gradient.input.data, ...gradient.output.data].reduce((sum, x) => sum + x * x, 0);
    const slope = ((steps[2]?.loss as number) - (steps[0]?.loss as number)) / 2e-6;
    expect(slope / -squared).toBeCloseTo(1, 4);
  });
});

test("stepTrace() refuses a rate or numbers with which no step can be shown", () => {
  const model = randomModel(3);
  const [example] = Object.values(examples) as [(typeof examples)[keyof typeof examples]];
  for (const alpha of [Number.NaN, -1, Number.POSITIVE_INFINITY])
    expect(() => stepTrace(model, example, alpha)).toThrow(/alpha must be >= 0 and finite.*Remedy: /);
  expect(() => stepTrace(model, example, 1e308)).toThrow(
    /after the step it is .*Remedy: give a smaller alpha/,
  );
  model.output.data.fill(1e200);
  model.input.data.fill(1e200);
  expect(() => stepTrace(model, example, 0.1)).toThrow(/its loss must be finite: before the step/);
});
