import type { Exercise } from "../../check/index.ts";
import { type Model, outputErrors, trainStep } from "../../model/index.ts";
import type { SkipGramPair } from "../../pairs/index.ts";
import { stepBy } from "../gradients-by.ts";
import { randomModel } from "../random-inputs.ts";

type Step = (model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number) => number;

/** One step of gradient descent on both tables, in place; gives the loss before it. */
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
    "Every gradient belongs to the tables as they were. Do you read any number after you changed it?",
    "-log σ(z) is softplus(-z). Which loss do you return: before the step, or after it?",
  ],
  knownMistakes: [
    {
      name: "uphill",
      hint: "Call your step twice with the same words. Does the loss fall? Which sign has gradient descent?",
      value: (model, pair, negatives, alpha) => stepBy(model, pair, negatives, -alpha),
    },
    {
      name: "reads-after-writing",
      hint: "The center's gradient is made of output vectors. Were they still the old ones when you read them?",
      value: (model, pair, negatives, alpha) => stepBy(model, pair, negatives, alpha, true),
    },
    {
      name: "loss-after-the-step",
      hint: "Which loss does the step promise: before it, or after it? When do you compute yours?",
      value: (model, pair, negatives, alpha) => {
        stepBy(model, pair, negatives, alpha);
        return outputErrors(model, { inputs: [pair.center], target: pair.context, negatives }).loss;
      },
    },
    {
      name: "output-table-kept",
      hint: "Two tables learn. Which of them is the same after your step as before?",
      value: (model, pair, negatives, alpha) => {
        const output = model.output.data.slice();
        const loss = stepBy(model, pair, negatives, alpha);
        model.output.data.set(output);
        return loss;
      },
    },
  ],
};
