import type { StepPart } from "../../src/display/step-frames.ts";
import type { StepView } from "../../src/display/step-view.ts";
import { type Fits, isCount, isList, isNumber, isRecord, isText, requireFields } from "../stage/fits.ts";

/** The most rows, and numbers in a row, that are drawn: each number is an element of the page. */
const [MOST_ROWS, MOST_NUMBERS] = [100, 1000];

const PARTS: Readonly<Record<StepPart, true>> = {
  inputs: true,
  h: true,
  scores: true,
  probabilities: true,
  loss: true,
  errors: true,
  gradient: true,
  "outputs-move": true,
  "inputs-move": true,
  "loss-after": true,
};

const isPart: Fits = (value) => typeof value === "string" && Object.hasOwn(PARTS, value);
const isLayer: Fits = (value) =>
  ["softmax", "hierarchical softmax", "negative sampling"].includes(value as string);
const isPath = isRecord({ points: isList(isCount, [1, 100]), code: isList(isCount, [1, 100]) });

/** Throws TypeError unless the data are a step, small enough for a page: they come from a notebook, which anyone may have written. */
export function requireStep(view: StepView): void {
  const { trace, inputs, outputs } = view;
  const d = trace?.h?.length ?? 0;
  const vector: Fits = (value) => isList(isNumber, [1, MOST_NUMBERS])(value) && (value as []).length === d;
  const moved = { before: vector, after: vector };
  const isOutput = isRecord({
    ...{ row: isCount, score: isNumber, probability: isNumber, label: isNumber, error: isNumber },
    ...moved,
  });
  requireFields("a step", view, {
    title: isText,
    target: isText,
    leftOut: isCount,
    inputs: isList(isText, [1, MOST_ROWS]),
    outputs: isList(isText, [1, MOST_ROWS]),
  });
  requireFields("a step", view, {
    pulls: isList(isRecord({ places: isCount, error: isNumber }), [outputs.length, outputs.length]),
    trace: isRecord({
      layer: isLayer,
      alpha: isNumber,
      h: isList(isNumber, [1, MOST_NUMBERS]),
      gradient: vector,
      loss: isNumber,
      lossAfter: isNumber,
      inputs: isList(isRecord({ word: isCount, ...moved }), [inputs.length, inputs.length]),
      outputs: isList(isOutput, [outputs.length, outputs.length]),
      losses: isList(isRecord({ alpha: isNumber, loss: isNumber }), [1, 1000]),
    }),
    frames: isList(isRecord({ part: isPart, title: isText, why: isText, formula: isText }), [1, 20]),
    tree: (tree) =>
      tree === undefined ||
      isRecord({
        paths: isList(isPath, [2, MOST_ROWS]),
        words: isList(isText, [2, MOST_ROWS]),
        code: isText,
      })(tree),
  });
}
