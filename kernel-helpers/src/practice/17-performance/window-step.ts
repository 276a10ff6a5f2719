import type { Random } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import type { Model } from "../../model/index.ts";
import { wordByWord } from "../gradients-by.ts";
import { pairEdges } from "../pair-edges.ts";
import { randomIds, randomModel } from "../random-inputs.ts";
import { pairByPair, type WindowStep, windowBy } from "./window-by.ts";

/** One step on a window as three products of matrices: all scores and moves with the rows as they were. */
export const windowStep: Exercise<WindowStep> = {
  id: "17-performance/window-step",
  points: 5,
  equation: "Ji et al. 2016: the pairs of a window with shared noise words as products of matrices",
  parameters: ["model", "inputs", "outputs", "alpha"],
  instances: (random) => [
    [randomModel(7, 3, random), [1], [2], 0.5],
    [randomModel(7, 3, random), [0, 1], [2, 3, 4], 0.5],
    [randomModel(6, 4, random), [5, 2, 3], [0, 1], 0.25],
    [randomModel(6, 2, random), [2, 2, 1, 2], [0, 4, 3], 0.5], // a word twice in the context
    [randomModel(6, 2, random), [2, 1], [0, 4, 4, 4], 0.5], // a noise word twice
    [randomModel(5, 3, random), [1, 0, 3], [0, 1, 3], 0.25], // the same words on both sides
    [randomModel(5, 1, random), [4, 0], [4, 2], 0.5], // one dimension
    [randomModel(4, 2, random), [1, 3], [0, 2], 0], // a step of no length
    windowOf(random),
    windowOf(random),
    ...pairEdges(random).map(
      ([model, { center, context }, negatives]): Parameters<WindowStep> => [
        model,
        [center],
        [context, ...negatives],
        0.25,
      ],
    ),
  ],
  expected: (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha),
  tolerance: 1e-9,
  hints: [
    "Which shape has the matrix of scores, and which rows meet in its place (i, j)?",
    "Take one input, one output and vectors of one number, and do the step by hand. Which of your numbers differs?",
    "When you move the second table, do you still read the first one as it was? And where a row comes twice?",
  ],
  knownMistakes: [
    {
      name: "inputs-read-late",
      hint: "The moves of the input rows are made of output rows. Had these already moved when you read them?",
      value: (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha, { late: "inputs" }),
    },
    {
      name: "outputs-read-late",
      hint: "The moves of the output rows are made of input rows. Had these already moved when you read them?",
      value: (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha, { late: "outputs" }),
    },
    {
      name: "pair-by-pair",
      hint: "Does the second pair of your window see what the first has moved? Which rows should all scores use?",
      value: pairByPair,
      variants: [
        (model, inputs, [context = 0, ...negatives], alpha) =>
          inputs.reduce(
            (loss, center) =>
              loss + wordByWord(model, { center, context }, negatives, alpha, { late: false }),
            0,
          ),
      ],
    },
    {
      name: "target-forgotten",
      hint: "One of the outputs is the word from the text. What should its label be, and where does your error use it?",
      value: (model, inputs, outputs, alpha) =>
        windowBy(model, inputs, outputs, alpha, { label: () => 0, lossLabel: () => 0 }),
      variants: [
        (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha, { label: () => 0 }),
      ],
    },
    {
      name: "label-by-input",
      hint: "Is the label 1 for every pair with the first output, or only for the pair of the first input with it?",
      value: (model, inputs, outputs, alpha) => {
        const label = (j: number, i: number): number => (i === 0 && j === 0 ? 1 : 0);
        return windowBy(model, inputs, outputs, alpha, { label, lossLabel: label });
      },
    },
    {
      name: "wrong-axis",
      hint: "Each output row has its own label. Along which axis of the matrix do you lay the labels?",
      value: (model, inputs, outputs, alpha) => {
        const label = (_: number, i: number): number => (i === 0 ? 1 : 0);
        return windowBy(model, inputs, outputs, alpha, { label, lossLabel: label });
      },
    },
    {
      name: "mean-over-inputs",
      hint: "Do the moves of an output row add up over the inputs, or do you take their mean?",
      value: (model, inputs, outputs, alpha) =>
        windowBy(model, inputs, outputs, alpha, { factor: 1 / inputs.length }),
    },
    {
      name: "last-write-wins",
      hint: "A word stands twice among the inputs. How many of its two moves are in the table afterwards?",
      value: (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha, { keepLast: true }),
    },
    {
      name: "inputs-not-moved",
      hint: "Which of the two tables is as it was after your step?",
      value: (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha, { only: "outputs" }),
    },
    {
      name: "outputs-not-moved",
      hint: "Which table has the rows of the noise words? Is it as it was after your step?",
      value: (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha, { only: "inputs" }),
    },
    {
      name: "uphill",
      hint: "Call your step twice on the same window. Does the loss fall?",
      value: (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, -alpha),
    },
    {
      name: "loss-mean",
      hint: "Is your loss that of the whole window, or the mean of its pairs?",
      value: (model, inputs, outputs, alpha) =>
        windowBy(model, inputs, outputs, alpha) / (inputs.length * outputs.length),
      variants: [
        (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha) / inputs.length,
        (model, inputs, outputs, alpha) => windowBy(model, inputs, outputs, alpha) / outputs.length,
      ],
    },
  ],
};

function windowOf(random: Random): [Model, number[], number[], number] {
  return [randomModel(9, 4, random), randomIds(5, 9, random), randomIds(4, 9, random), 0.25];
}
