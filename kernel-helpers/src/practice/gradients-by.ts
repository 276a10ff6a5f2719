import { addScaled, row, sigmoid, softplus, zeroTable } from "../base/index.ts";
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
    const e = error(
      u.reduce((sum, x, i) => sum + x * (v[i] as number), 0),
      label(word, position),
    );
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, center), e, u);
  });
  return result;
}

/**
 * One step with `gradientsBy`, in place; returns the loss before the step. With `late`, the center's gradient is
 * computed from the output vectors after their update.
 */
export function stepBy(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
  alpha: number,
  late = false,
): number {
  const { input, output } = gradientsBy(model, pair, negatives);
  const words = [pair.context, ...negatives];
  const v = row(model.input, pair.center);
  let loss = 0;
  words.forEach((word, position) => {
    const z = row(model.output, word).reduce((sum, x, i) => sum + x * (v[i] as number), 0);
    loss += softplus(position === 0 ? -z : z);
  });
  addScaled(model.output.data, -alpha, output.data);
  const centers = late ? gradientsBy(model, pair, negatives).input : input;
  addScaled(model.input.data, -alpha, centers.data);
  return loss;
}
