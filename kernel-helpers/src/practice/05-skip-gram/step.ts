import type { Exercise } from "../../check/index.ts";
import { type Model, outputErrors, trainStep } from "../../model/index.ts";
import type { SkipGramPair } from "../../pairs/index.ts";
import { stepBy, wordByWord } from "../gradients-by.ts";
import { pairEdges } from "../pair-edges.ts";

type Step = (model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number) => number;

/** One step of gradient descent on both tables, in place; returns the loss before the step. */
export const step: Exercise<Step> = {
  id: "05-skip-gram/step",
  points: 3,
  equation: "gradient descent on the negative of Mikolov et al. 2013b, eq. 4",
  parameters: ["model", "pair", "negatives", "alpha"],
  instances: (random) =>
    pairEdges(random).map(([model, pair, negatives], at, { length }) => [
      model,
      pair,
      negatives,
      at === length - 1 ? 0 : ([0.1, 0.5, 0.025][at % 3] as number),
    ]),
  expected: (model, { center, context }, negatives, alpha) =>
    trainStep(model, { inputs: [center], target: context, negatives }, alpha),
  tolerance: 1e-9,
  hints: [
    "In which order must you compute the loss, compute the gradients, and move the tables?",
    "Do you read any number after changing it? Go through your lines in order and mark where each table changes.",
    "Take α = 0: do both tables stay as they were? And which terms of L does the number that you return contain, each with which sign?",
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
      value: (model, pair, negatives, alpha) =>
        stepBy(model, pair, negatives, alpha, { centers: "recomputed" }),
    },
    {
      name: "moved-words-in-center",
      hint: "The center's gradient is Σ e_j u_j. Which u_j stand in your sum: those before the step, or those that you have just moved?",
      value: (model, pair, negatives, alpha) =>
        stepBy(model, pair, negatives, alpha, { centers: "old-errors" }),
    },
    {
      name: "moved-words-in-center-one-by-one",
      hint: "You move u_j and then use it for the center's gradient. Which u_j belongs there?",
      value: (model, pair, negatives, alpha) => wordByWord(model, pair, negatives, alpha, { late: true }),
      variants: [lossFirst({ late: true })],
    },
    {
      name: "repeated-word-sees-its-move",
      hint: "A word comes twice among the noise words. Does its second error use the vector as it was before the step?",
      value: (model, pair, negatives, alpha) => wordByWord(model, pair, negatives, alpha, { late: false }),
      variants: [lossFirst({ late: false })],
    },
    {
      name: "context-dropped-from-noise",
      hint: "Suppose a noise word is also the context word. How many terms with this word does the loss have?",
      value: (model, pair, negatives, alpha) =>
        stepBy(
          model,
          pair,
          negatives.filter((word) => word !== pair.context),
          alpha,
        ),
    },
    {
      name: "center-dropped-from-noise",
      hint: "Suppose a noise word is also the center. Does the loss have a term for it?",
      value: (model, pair, negatives, alpha) =>
        stepBy(
          model,
          pair,
          negatives.filter((word) => word !== pair.center),
          alpha,
        ),
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
      name: "moved-center-in-words",
      hint: "The gradient of each u_j is e_j v. Which v stands there: the one before the step, or the one that you have just moved?",
      value: (model, pair, negatives, alpha) =>
        stepBy(model, pair, negatives, alpha, { words: "moved-center" }),
    },
    {
      name: "input-table-kept",
      hint: "Two tables learn. Which of them does your step leave unchanged?",
      value: (model, pair, negatives, alpha) => {
        const input = model.input.data.slice();
        const loss = stepBy(model, pair, negatives, alpha);
        model.input.data.set(input);
        return loss;
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

/** `wordByWord` after the loss was computed from the tables as they were. */
function lossFirst(order: { readonly late: boolean }): Step {
  return (model, pair, negatives, alpha) => {
    const { loss } = outputErrors(model, { inputs: [pair.center], target: pair.context, negatives });
    wordByWord(model, pair, negatives, alpha, order);
    return loss;
  };
}
