import { counted, sigmoid } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { pairEdges } from "../pair-edges.ts";
import { randomModel } from "../random-inputs.ts";
import { batchBy, lastWriteWins, meanLossBy, oneByOne } from "./batch-by.ts";
import type { BatchOutcome, PlainBatchStep } from "./on-tables.ts";

/** One step of SGNS on a batch: every gradient at the tables as they were, duplicates added. */
export const batchStep: Exercise<PlainBatchStep> = {
  id: "10-batches-and-gpu/batch-step",
  points: 5,
  equation: "the negative of Mikolov et al. 2013b, eq. 4, summed over a batch",
  parameters: ["model", "centers", "words", "alpha"],
  instances: (random) => [
    [randomModel(7, 3, random), [0], [[1, 2, 3]], 0.5],
    [
      randomModel(5, 2, random),
      [3, 3, 1, 3],
      [
        [0, 1, 1],
        [0, 2, 4],
        [2, 2, 0],
        [4, 0, 3],
      ],
      0.5,
    ],
    [
      randomModel(6, 4, random),
      [2, 5, 2],
      [
        [1, 1],
        [1, 3],
        [4, 1],
      ],
      0.25,
    ],
    [
      randomModel(4, 2, random),
      [1, 1],
      [
        [0, 3],
        [2, 2],
      ],
      0,
    ], // a step of no length
    ...pairEdges(random)
      .filter(([, , negatives]) => negatives.length > 0) // the exercise's K is at least 1
      .map(
        ([model, { center, context }, negatives]): Parameters<PlainBatchStep> => [
          model,
          [center],
          [[context, ...negatives]],
          0.25,
        ],
      ),
  ],
  expected: batchBy,
  tolerance: 1e-4, // float32 against float64
  hints: [
    "What are the shapes of v (from `centers`), of u (from `words`) and of the scores? Which of them needs an extra axis?",
    "Take a batch of one pair with one noise word and do the step by hand. Which numbers differ from yours?",
    "Do you read a table after you have changed it? Does every pair of the batch move its rows, also where ids repeat?",
  ],
  knownMistakes: [
    {
      name: "mean-for-sum",
      hint: "Train on a batch that contains one pair twice. Should it move the tables as far as the pair alone, or twice as far?",
      value: (model, centers, words, alpha) =>
        batchBy(model, centers, words, alpha, { factor: 1 / centers.length }),
    },
    {
      name: "last-write-wins",
      hint: "Center 3 occurs three times. How many of its gradients does your step add to the table?",
      value: (model, centers, words, alpha) =>
        batchBy(model, centers, words, alpha, { scatter: lastWriteWins }),
    },
    {
      name: "uphill",
      hint: "Call your step twice on the same batch. Does the loss fall? Which sign does a step of gradient descent have?",
      value: (model, centers, words, alpha) => batchBy(model, centers, words, -alpha),
    },
    {
      name: "reads-after-writing",
      hint: "The centers' gradients are computed from output vectors. Were they still the old ones when you read them?",
      value: (model, centers, words, alpha) => batchBy(model, centers, words, alpha, { late: true }),
    },
    {
      name: "one-by-one",
      hint: "Does the second pair of your batch see the changes of the first? Which tables should every gradient of a batch use?",
      value: oneByOne,
    },
    {
      name: "loss-summed",
      hint: "Is your loss that of the whole batch, or of one pair? Which one does the exercise ask for?",
      value: (model, centers, words, alpha) => {
        const { loss } = batchBy(model, centers, words, alpha);
        return { loss: loss * centers.length };
      },
    },
    {
      name: "epsilon-added",
      hint: "With 1e-7 inside the logarithm, what is the largest loss that a word can have? What should it be at a score of -40?",
      value: (model, centers, words, alpha) => {
        const loss = meanLossBy(model, centers, words, (z) => Math.log(sigmoid(z) + 1e-7));
        batchBy(model, centers, words, alpha);
        return { loss };
      },
    },
  ],
  manners: [
    {
      name: "leaked-tensors",
      hint: "Count tf.memory().numTensors before and after your step. Which function disposes of the tensors that a step makes on its way?",
      broken: (outcome) => {
        const { left = 0 } = outcome as BatchOutcome;
        return left > 0 ? { wanted: "no tensor left behind", got: counted(left, "tensor") } : undefined;
      },
    },
    {
      name: "disposed-arguments",
      hint: "Your step disposes of a tensor that it was given. Who made it, and who may still need it?",
      broken: (outcome) => {
        const { disposed = [] } = outcome as BatchOutcome;
        const got = `${disposed.join(" and ")} disposed of`;
        return disposed.length > 0 ? { wanted: "the arguments as they were", got } : undefined;
      },
    },
  ],
};
