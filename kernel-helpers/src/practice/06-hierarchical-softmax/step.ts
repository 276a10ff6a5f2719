import { row, sigmoid } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { hierarchicalErrors, type Model, trainStep } from "../../model/index.ts";
import type { HuffmanPath } from "../../vocabulary/index.ts";
import { randomModel } from "../random-inputs.ts";
import { nodeByNode, stepBy } from "./step-by.ts";
import { scoredModel, scoredPaths, somePaths } from "./trees.ts";

type Step = (model: Model, center: number, path: HuffmanPath, alpha: number) => number;

/** One step of Skip-Gram with hierarchical softmax, in place; returns the loss before the step. */
export const step: Exercise<Step> = {
  id: "06-hierarchical-softmax/step",
  points: 3,
  equation: "gradient descent on -log p of Mikolov et al. 2013b, eq. 3",
  parameters: ["model", "center", "path", "alpha"],
  instances: (random) => [
    ...somePaths.map(
      (path, at): Parameters<Step> => [
        randomModel(5, [3, 2, 1][at % 3] as number, random),
        [2, 0, 4, 3][at % 4] as number, // also the number of a node on the path
        path,
        [0.5, 0.1, 0.025][at % 3] as number,
      ],
    ),
    ...scoredPaths.map(([path, scores]): Parameters<Step> => [scoredModel(scores, random), 1, path, 0.1]),
    [randomModel(5, 2, random), 1, somePaths[0] as HuffmanPath, 0],
  ],
  expected: (model, center, path, alpha) => trainStep(model, { inputs: [center], target: 0, path }, alpha),
  tolerance: 1e-9,
  hints: [
    "In which order must you compute the loss, compute both gradients, and move the tables?",
    "Which rows of which table does a path of three nodes move? Which row of the other table moves, and how many terms does its gradient have?",
    "Take a path of one node, and compute by hand where u and v stand after the step. Which of the two does your function put elsewhere?",
  ],
  knownMistakes: [
    {
      name: "uphill",
      hint: "Call your step twice. Does the loss fall? Which sign does a step of gradient descent have?",
      value: (model, center, path, alpha) => stepBy(model, center, path, -alpha),
    },
    {
      name: "moved-nodes-in-center",
      hint: "The center's gradient is Σ e_j u_j. Which u_j stand in your sum: those before the step, or those that you have just moved?",
      value: (model, center, path, alpha) => stepBy(model, center, path, alpha, { late: "nodes" }),
    },
    {
      name: "moved-center-in-nodes",
      hint: "The gradient of each node is e_j v. Which v stands there: the one before the step, or the one that you have just moved?",
      value: (model, center, path, alpha) => stepBy(model, center, path, alpha, { late: "center" }),
    },
    {
      name: "center-moved-node-by-node",
      hint: "The center has moved a little when you reach the second node. Which score does that node have then, and which one should it have?",
      value: (model, center, path, alpha) => nodeByNode(model, center, path, alpha),
      variants: [
        (model, center, path, alpha) => {
          const { loss } = hierarchicalErrors(model.output, row(model.input, center), path);
          nodeByNode(model, center, path, alpha);
          return loss;
        },
      ],
    },
    {
      name: "code-bit-flipped",
      hint: "A score is high if the model expects branch 0. Does your step raise the score of a node whose path takes branch 0?",
      value: (model, center, { points, code }, alpha) =>
        stepBy(model, center, { points, code: code.map((branch) => 1 - branch) }, alpha),
    },
    {
      name: "label-flipped",
      hint: "Your loss is right. Does it fall if you make the step again? Which label does a node have whose path takes branch 0?",
      value: (model, center, path, alpha) =>
        stepBy(model, center, path, alpha, { error: (z, d) => sigmoid(z) - d }),
    },
    {
      name: "label-forgotten",
      hint: "An error is predicted minus observed. What was observed at each node, and where is it in your errors?",
      value: (model, center, path, alpha) => stepBy(model, center, path, alpha, { error: sigmoid }),
    },
    {
      name: "loss-after-the-step",
      hint: "Which loss should you return: the one before the step, or after it? When do you compute yours?",
      value: (model, center, path, alpha) => {
        stepBy(model, center, path, alpha);
        return hierarchicalErrors(model.output, row(model.input, center), path).loss;
      },
    },
    {
      name: "input-table-kept",
      hint: "Two tables learn. Which of them does your step leave unchanged?",
      value: (model, center, path, alpha) => {
        const before = model.input.data.slice();
        const loss = stepBy(model, center, path, alpha);
        model.input.data.set(before);
        return loss;
      },
    },
    {
      name: "output-table-kept",
      hint: "Two tables learn. Which of them does your step leave unchanged?",
      value: (model, center, path, alpha) => {
        const before = model.output.data.slice();
        const loss = stepBy(model, center, path, alpha);
        model.output.data.set(before);
        return loss;
      },
    },
    {
      name: "mean-for-sum",
      hint: "Is the center's gradient the sum of all its terms, or their mean? How far do you move it?",
      value: (model, center, path, alpha) =>
        stepBy(model, center, path, alpha, { share: 1 / path.points.length }),
    },
    {
      name: "last-node-alone",
      hint: "How many nodes of the path learn in your step? Which errors reach the center?",
      value: (model, center, path, alpha) => {
        const { loss } = hierarchicalErrors(model.output, row(model.input, center), path);
        const last = { points: path.points.slice(-1), code: path.code.slice(-1) };
        stepBy(model, center, last, alpha);
        return loss;
      },
    },
  ],
};
