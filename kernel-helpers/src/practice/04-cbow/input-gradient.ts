import { addScaled, row, type Table, zeroTable } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { type Model, hiddenLayer as meanOf, outputErrors } from "../../model/index.ts";
import { randomIds, randomModel } from "../random-inputs.ts";
import { setScores, softmaxEdges, VERY_LONG } from "../score-edges.ts";

type InputGradient = (model: Model, context: readonly number[], center: number) => Table;

/** ∂L/∂v_c = (1/C) Σ_j e_j u_j for each occurrence of c in the context. */
export const inputGradient: Exercise<InputGradient> = {
  id: "04-cbow/input-gradient",
  points: 4,
  equation: "Rong 2014, eq. 12 and 23, with the factor 1/C",
  parameters: ["model", "context", "center"],
  instances: (random) => [
    [randomModel(5, 3, random), [0, 2, 4], 1],
    [randomModel(4, 2, random), [3], 0],
    [randomModel(6, 3, random), [1, 5, 1], 2],
    [randomModel(5, 2, random), [4, 4], 1],
    [randomModel(4, 1, random), [2, 0], 2],
    [randomModel(4, 3, random), randomIds(6, 4, random), 0],
    ...softmaxEdges(random).map((edge): Parameters<InputGradient> => {
      const { input, output } = randomModel(4, 2, random);
      const model = { input: { ...input, data: input.data.map((x) => VERY_LONG * x) }, output };
      setScores(model.output, meanOf(model.input, [0, 2, 2]), edge);
      return [model, [0, 2, 2], 3];
    }),
  ],
  expected: (model, context, center) => gradient(model, context, center),
  tolerance: 1e-9,
  hints: [
    "The chain rule has two links here: how does L change with h, and how does h change with one context vector?",
    "∂L/∂h is the sum of e_j u_j. Over which j does it run: the context, or the whole vocabulary?",
    "Which rows of your table are not zero, and for which words should they be? What should a word get that occurs twice in the context?",
  ],
  knownMistakes: [
    {
      name: "c-times-too-large",
      hint:
        "You wrote what word2vec.c does: it averages the context, but gives each word the whole ∂L/∂h. " +
        "If one number of a context vector grows a little, does h grow as much?",
      value: (model, context, center) => gradient(model, context, center, context.length),
    },
    {
      name: "repeats-overwritten",
      hint: "Look at a word that occurs twice in the context. How many shares does its row get in your function?",
      value: (model, context, center) => gradient(model, [...new Set(context)], center, 1, context),
    },
    {
      name: "context-and-center-swapped",
      hint: "Which word does CBOW predict, and from which words? Whose input vectors make up h?",
      value: (model, context, center) => gradient(model, [center], context[0] as number),
    },
    {
      name: "sign-flipped",
      hint: "A gradient points uphill. If you add a little of yours to the vectors, does the loss rise?",
      value: (model, context, center) => gradient(model, context, center, -1),
    },
  ],
};

/** `factor` times ∂L/∂(input table) for the words of `context`; h is computed from `seen`. */
function gradient(
  { input, output }: Model,
  context: readonly number[],
  center: number,
  factor = 1,
  seen: readonly number[] = context,
): Table {
  const { errors } = outputErrors({ input, output }, { inputs: seen, target: center });
  const hidden = new Float64Array(input.width);
  errors.forEach((e, word) => {
    addScaled(hidden, e, row(output, word));
  });
  const result = zeroTable(input.rows, input.width);
  for (const word of context) addScaled(row(result, word), factor / seen.length, hidden);
  return result;
}
