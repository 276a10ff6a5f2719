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

/** What `stepBy` takes from after a part of the step. */
export interface StepOptions {
  /**
   * What the center's gradient uses: "before" takes everything from before the step, as is right; "recomputed" errors and
   * vectors from after the output vectors have moved; "old-errors" the errors from before and the vectors from after.
   * Default: "before".
   */
  readonly centers?: "before" | "recomputed" | "old-errors";
  /** Which center the gradients of the output vectors use. Default: "center". */
  readonly words?: "center" | "moved-center";
}

/** One step, in place; returns the loss before the step. */
export function stepBy(
  model: Model,
  { center, context }: SkipGramPair,
  negatives: readonly number[],
  alpha: number,
  { centers = "before", words = "center" }: StepOptions = {},
): number {
  const outputs = [context, ...negatives];
  const v = row(model.input, center);
  const scoresNow = (): number[] => outputs.map((word) => dot(row(model.output, word), v));
  const errorsOf = (scores: readonly number[]): number[] =>
    scores.map((z, position) => sigmoid(z) - (position === 0 ? 1 : 0));
  const toCenter = (errors: readonly number[]): Float64Array => {
    const sum = new Float64Array(v.length);
    outputs.forEach((word, position) => {
      addScaled(sum, errors[position] as number, row(model.output, word));
    });
    return sum;
  };
  const scores = scoresNow();
  const errors = errorsOf(scores);
  const early = toCenter(errors);
  const old = v.slice();
  if (words === "moved-center") addScaled(v, -alpha, early);
  const used = v.slice();
  outputs.forEach((word, position) => {
    addScaled(row(model.output, word), -alpha * (errors[position] as number), used);
  });
  const late = { before: early, "old-errors": toCenter(errors), recomputed: toCenter(errorsOf(scoresNow())) };
  v.set(old);
  addScaled(v, -alpha, late[centers]);
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
