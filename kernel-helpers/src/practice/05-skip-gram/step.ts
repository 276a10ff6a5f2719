import type { Exercise } from "../../check/index.ts";
import { type Model, outputErrors, trainStep } from "../../model/index.ts";
import type { SkipGramPair } from "../../pairs/index.ts";
import { stepBy } from "../gradients-by.ts";
import { randomModel } from "../random-inputs.ts";

type Step = (model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number) => number;

/** One step of gradient descent on both tables, in place; returns the loss before the step. */
export const step: Exercise<Step> = {
  id: "05-skip-gram/step",
  points: 3,
  equation: "gradient descent on Mikolov et al. 2013b, eq. 4",
  parameters: ["model", "pair", "negatives", "alpha"],
  instances: (random) => [
    [randomModel(6, 3, random), { center: 0, context: 1 }, [2, 3], 0.1],
    [randomModel(5, 2, random), { center: 3, context: 3 }, [1, 1], 0.5],
    [randomModel(4, 4, random), { center: 2, context: 0 }, [], 0.025],
  ],
  expected: (model, { center, context }, negatives, alpha) =>
    trainStep(model, { inputs: [center], target: context, negatives }, alpha),
  tolerance: 1e-9,
  hints: [
    "In which order must you compute the loss, compute the gradients, and move the tables?",
    "Every gradient uses the tables as they were before the step. Do you read any number after changing it?",
    "-log σ(z) is softplus(-z). Which loss do you return: before the step, or after it?",
  ],
  knownMistakes: [
    {
      name: "uphill",
      hint: "Call your step twice with the same words. Does the loss fall? Which sign does a step of gradient descent have?",
      value: (model, pair, negatives, alpha) => stepBy(model, pair, negatives, -alpha),
    },
    {
      name: "reads-after-writing",
      hint: "The center's gradient is computed from output vectors. Were they still the old ones when you read them?",
      value: (model, pair, negatives, alpha) => stepBy(model, pair, negatives, alpha, true),
    },
    {
      name: "loss-after-the-step",
      hint: "Which loss should you return: the one before the step, or after it? When do you compute yours?",
      value: (model, pair, negatives, alpha) => {
        stepBy(model, pair, negatives, alpha);
        return outputErrors(model, { inputs: [pair.center], target: pair.context, negatives }).loss;
      },
    },
    {
      name: "output-table-kept",
      hint: "Two tables learn. Which of them does your step leave unchanged?",
      value: (model, pair, negatives, alpha) => {
        const output = model.output.data.slice();
        const loss = stepBy(model, pair, negatives, alpha);
        model.output.data.set(output);
        return loss;
      },
    },
  ],
};
