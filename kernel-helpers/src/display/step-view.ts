import type { LossAtRate, StepTrace, TracedOutput } from "../model/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";
import { type StepFrame, stepFrames } from "./step-frames.ts";
import type { ViewData } from "./view-data.ts";

/** A step of training as the view that plays it needs it. */
export interface StepView extends ViewData {
  /** Which view. */
  readonly view: "step";
  /** What the step is of. */
  readonly title: string;
  /** Its numbers; of a large softmax only the rows that are shown. */
  readonly trace: StepTrace;
  /** What is computed, in order. */
  readonly frames: readonly Pick<StepFrame, "part" | "title" | "why" | "formula">[];
  /** The words of the input rows, one for each place. */
  readonly inputs: readonly string[];
  /** The words or nodes of the output rows, one for each score. */
  readonly outputs: readonly string[];
  /** What all places of an output row's step add up to, one entry for each output that is shown. */
  readonly pulls: readonly StepPull[];
  /** The word to predict. */
  readonly target: string;
  /** How many output rows are read and moved but not shown. */
  readonly leftOut: number;
  /** The tree of hierarchical softmax, if it is small enough to be drawn. */
  readonly tree?: StepTree;
}

/** How an output row is pulled: a row may have several places, as a noise word that was drawn twice. */
export interface StepPull {
  /** At how many places of the example it has a score. */
  readonly places: number;
  /** Σ e_j over them. */
  readonly error: number;
}

/** A tree to draw, with the code of the word to predict. */
export interface StepTree {
  /** The paths to all words. */
  readonly paths: readonly HuffmanPath[];
  /** The words. */
  readonly words: readonly string[];
  /** The branches on the way to the word to predict, as text: "010". */
  readonly code: string;
}

/** Output rows beyond this number are left out, the smallest errors first, but never the word to predict. */
const MOST_ROWS = 12;

/** Words beyond this number make a tree too large to be drawn beside the numbers. */
const MOST_LEAVES = 24;

/** The view of a trace, for words by id and, of hierarchical softmax, the paths to all words. */
export function stepView(
  trace: StepTrace,
  target: number,
  words: readonly string[],
  { title, tree }: { readonly title: string; readonly tree?: readonly HuffmanPath[] | undefined },
): StepView {
  const named = (id: number): string => words[id] ?? String(id);
  const outputs = shownOutputs(trace);
  const isPath = trace.layer === "hierarchical softmax";
  const path = tree?.[target];
  const shown: StepTrace = { ...trace, outputs, losses: withOwn(trace) };
  return {
    view: "step",
    title,
    trace: shown,
    frames: stepFrames(shown, words).map(({ part, title, why, formula }) => ({ part, title, why, formula })),
    inputs: trace.inputs.map(({ word }) => named(word)),
    outputs: outputs.map(({ row }) => (isPath ? `node ${row}` : named(row))),
    pulls: pullsOf(trace, outputs),
    target: named(target),
    leftOut: trace.outputs.length - outputs.length,
    ...(isPath && tree && path && tree.length <= MOST_LEAVES
      ? { tree: { paths: tree, words: tree.map((_, id) => named(id)), code: path.code.join("") } }
      : {}),
  };
}

/** The losses by learning rate that are numbers, that of the step among them. */
function withOwn({ losses, alpha, lossAfter }: StepTrace): readonly LossAtRate[] {
  const others = losses.filter((one) => one.alpha !== alpha && Number.isFinite(one.loss));
  return [...others, { alpha, loss: lossAfter }].sort((a, b) => a.alpha - b.alpha);
}

/** The output to predict and those with the largest errors, in their order. */
function shownOutputs({ outputs, layer }: StepTrace): readonly TracedOutput[] {
  if (outputs.length <= MOST_ROWS) return outputs;
  const own = layer === "softmax" ? outputs.findIndex(({ label }) => label === 1) : 0;
  const size = (place: number): number => Math.abs((outputs[place] as TracedOutput).error);
  const others = [...outputs.keys()].filter((place) => place !== own).sort((a, b) => size(b) - size(a));
  const kept = new Set([own, ...others.slice(0, MOST_ROWS - 1)]);
  return outputs.filter((_, place) => kept.has(place));
}

function pullsOf({ outputs }: StepTrace, shown: readonly TracedOutput[]): readonly StepPull[] {
  return shown.map(({ row }) => {
    const same = outputs.filter((other) => other.row === row);
    return { places: same.length, error: same.reduce((sum, { error }) => sum + error, 0) };
  });
}
