import { describe, expect, test } from "vitest";
import { copyTable } from "../base/index.ts";
import { hiddenLayer } from "./hidden-layer.ts";
import { describeStepper, examples, plainLoss, randomModel, type Stepper, tree } from "./model.suite.ts";
import { createModel } from "./model.ts";
import {
  cbowHierarchicalStep,
  cbowNegativeStep,
  cbowSoftmaxStep,
  skipGramHierarchicalStep,
  skipGramNegativeStep,
  skipGramSoftmaxStep,
  withPath,
} from "./steps.ts";
import { outputErrors, trainStep } from "./train-step.ts";

describeStepper("trainStep()", 8, async (start): Promise<Stepper> => {
  const model = { input: copyTable(start.input), output: copyTable(start.output) };
  return {
    step: async (batch, alpha) => {
      let loss = 0;
      for (const example of batch) loss += trainStep(model, example, alpha) / batch.length;
      return loss;
    },
    read: async () => model,
    close: () => undefined,
  };
});

describe("createModel()", () => {
  test("has 100 numbers per vector and the seed 1 by default", () => {
    expect(createModel(2)).toEqual(createModel(2, { vectorSize: 100, seed: 1 }));
  });

  test("starts as word2vec.c does: small input vectors, zero output vectors", () => {
    const { input, output } = createModel(4, { vectorSize: 5, seed: 3 });
    expect(input.data.every((x) => Math.abs(x) <= 0.1 && x !== 0)).toBe(true);
    expect(output.data.every((x) => x === 0)).toBe(true);
  });

  test("gives the same model only for the same seed", () => {
    expect(createModel(4, { seed: 3 })).toEqual(createModel(4, { seed: 3 }));
    expect(createModel(4, { seed: 3 }).input).not.toEqual(createModel(4, { seed: 4 }).input);
  });

  test.each([0, 2.5, Number.NaN])("refuses the vector size %d", (vectorSize) => {
    expect(() => createModel(3, { vectorSize })).toThrow("Cannot create a model as vectorSize must be");
  });
});

test("hiddenLayer() refuses an empty context", () => {
  expect(() => hiddenLayer(randomModel(1).input, [])).toThrow("no input words");
});

test("outputErrors() changes nothing", () => {
  const model = randomModel(1);
  const before = structuredClone(model);
  for (const example of Object.values(examples)) outputErrors(model, example);
  expect(model).toEqual(before);
});

test("the errors of a softmax sum to zero", () => {
  const { errors } = outputErrors(randomModel(2), { inputs: [0], target: 1 });
  expect(errors.reduce((sum, e) => sum + e, 0)).toBeCloseTo(0, 14);
});

test("the probabilities of all words by hierarchical softmax sum to one", () => {
  const model = randomModel(3);
  const losses = tree.map(
    (_, target) => outputErrors(model, withPath({ inputs: [0, 2], target }, tree)).loss,
  );
  expect(losses.reduce((sum, loss) => sum + Math.exp(-loss), 0)).toBeCloseTo(1, 14);
});

test("hierarchical softmax gives branch 0 the probability σ(z), as word2vec.c does", () => {
  const model = randomModel(3);
  const z = [0, 1, 2].reduce(
    (sum, i) => sum + (model.input.data[i] as number) * (model.output.data[i] as number),
    0,
  );
  const lossOf = (branch: number): number =>
    outputErrors(model, { inputs: [0], target: 1, path: { points: [0], code: [branch] } }).loss;
  expect(Math.exp(-lossOf(0))).toBeCloseTo(1 / (1 + Math.exp(-z)), 14);
  expect(Math.exp(-lossOf(1))).toBeCloseTo(1 / (1 + Math.exp(z)), 14);
});

test("outputErrors() refuses an example with two output layers", () => {
  const example = { ...withPath({ inputs: [0], target: 0 }, tree), negatives: [1, 2] };
  expect(() => outputErrors(randomModel(1), example)).toThrow(
    "not both, but got 2 negatives and a path of 1",
  );
});

test("withPath() refuses a word that is not in the tree", () => {
  expect(() => withPath({ inputs: [0], target: 7 }, tree)).toThrow("one of the tree's 7: current value is 7");
});

test("each of the six named steps equals trainStep() on its examples", () => {
  const negatives = [2, 5];
  const context = [0, 3];
  const steps: [number, number][] = [
    [
      cbowSoftmaxStep(randomModel(1), { center: 4, context }, 0.1),
      plainLoss(randomModel(1), { inputs: context, target: 4 }),
    ],
    [
      skipGramSoftmaxStep(randomModel(1), { center: 4, context: 3 }, 0.1),
      plainLoss(randomModel(1), { inputs: [4], target: 3 }),
    ],
    [
      cbowNegativeStep(randomModel(1), { center: 4, context }, negatives, 0.1),
      plainLoss(randomModel(1), { inputs: context, target: 4, negatives }),
    ],
    [
      skipGramNegativeStep(randomModel(1), { center: 4, context: 3 }, negatives, 0.1),
      plainLoss(randomModel(1), { inputs: [4], target: 3, negatives }),
    ],
    [
      cbowHierarchicalStep(randomModel(1), { center: 4, context }, tree, 0.1),
      plainLoss(randomModel(1), withPath({ inputs: context, target: 4 }, tree)),
    ],
    [
      skipGramHierarchicalStep(randomModel(1), { center: 4, context: 3 }, tree, 0.1),
      plainLoss(randomModel(1), withPath({ inputs: [4], target: 3 }, tree)),
    ],
  ];
  for (const [loss, expected] of steps) expect(loss).toBeCloseTo(expected, 12);
});
