import { addScaled, dot, row, sigmoid, softplus, zeroTable } from "../base/index.ts";
import type { Model } from "../model/index.ts";
import type { SkipGramPair } from "../pairs/index.ts";

/** What `gradientsBy` can do differently from the right formula. */
export interface GradientOptions {
  /** e_j from the score and the label. Default: σ(z) - t. */
  readonly error?: (score: number, label: number) => number;
  /** t_j from the output word and its position. Default: 1 for the first, the context word, 0 for the others. */
  readonly label?: (word: number, position: number) => number;
}

/**
 * Both gradients of negative sampling, with e_j = `error(score, label)` and `label(word, position)` for each output
 * word. The defaults are the right formula; other functions make a known mistake.
 */
export function gradientsBy(
  { input, output }: Model,
  { center, context }: SkipGramPair,
  negatives: readonly number[],
  {
    error = (z, t) => sigmoid(z) - t,
    label = (_, position) => (position === 0 ? 1 : 0),
  }: GradientOptions = {},
): Model {
  const result = { input: zeroTable(input.rows, input.width), output: zeroTable(output.rows, output.width) };
  const v = row(input, center);
  [context, ...negatives].forEach((word, position) => {
    const u = row(output, word);
    const e = error(dot(u, v), label(word, position));
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, center), e, u);
  });
  return result;
}

/** Which output vectors the center's gradient of `stepBy` uses. */
export interface StepOptions {
  /**
   * "before" takes everything from before the step, as is right; "recomputed" errors and vectors from after the output
   * vectors have moved; "old-errors" the errors from before and the vectors from after. Default: "before".
   */
  readonly centers?: "before" | "recomputed" | "old-errors";
}

/** One step with `gradientsBy`, in place; returns the loss before the step. */
export function stepBy(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
  alpha: number,
  { centers = "before" }: StepOptions = {},
): number {
  const { input, output } = gradientsBy(model, pair, negatives);
  const words = [pair.context, ...negatives];
  const v = row(model.input, pair.center);
  const scores = words.map((word) => dot(row(model.output, word), v));
  addScaled(model.output.data, -alpha, output.data);
  if (centers === "before") addScaled(model.input.data, -alpha, input.data);
  else {
    const error = (position: number, score: number): number => sigmoid(score) - (position === 0 ? 1 : 0);
    const sum = new Float64Array(v.length);
    words.forEach((word, position) => {
      const u = row(model.output, word);
      const score = centers === "old-errors" ? (scores[position] as number) : dot(u, v);
      addScaled(sum, error(position, score), u);
    });
    addScaled(v, -alpha, sum);
  }
  return scores.reduce((loss, z, position) => loss + softplus(position === 0 ? -z : z), 0);
}

/**
 * A wrong step, in place: takes the output words one after the other, so that a repeated word sees its own move, as in
 * word2vec.c. With `late`, the center's gradient also uses each vector after its move. Returns the loss on the way.
 */
export function wordByWord(
  model: Model,
  { center, context }: SkipGramPair,
  negatives: readonly number[],
  alpha: number,
  { late }: { readonly late: boolean },
): number {
  const v = row(model.input, center);
  const sum = new Float64Array(v.length);
  let loss = 0;
  [context, ...negatives].forEach((word, position) => {
    const u = row(model.output, word);
    const z = dot(u, v);
    const e = sigmoid(z) - (position === 0 ? 1 : 0);
    loss += softplus(position === 0 ? -z : z);
    if (!late) addScaled(sum, e, u);
    addScaled(u, -alpha * e, v);
    if (late) addScaled(sum, e, u);
  });
  addScaled(v, -alpha, sum);
  return loss;
}
