import type { CbowExample, SkipGramPair } from "../pairs/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";
import type { Model } from "./model.ts";
import { type Example, trainStep } from "./train-step.ts";

/** CBOW's view of an example: the context predicts the center. */
export function cbow({ center, context }: CbowExample, negatives?: readonly number[]): Example {
  return { inputs: context, target: center, ...(negatives && { negatives }) };
}

/** Skip-Gram's view of a pair: the center predicts one context word. */
export function skipGram({ center, context }: SkipGramPair, negatives?: readonly number[]): Example {
  return { inputs: [center], target: context, ...(negatives && { negatives }) };
}

/** One step of CBOW with the full softmax; see `trainStep`. */
export function cbowSoftmaxStep(model: Model, example: CbowExample, alpha: number): number {
  return trainStep(model, cbow(example), alpha);
}

/** One step of Skip-Gram with the full softmax; see `trainStep`. */
export function skipGramSoftmaxStep(model: Model, pair: SkipGramPair, alpha: number): number {
  return trainStep(model, skipGram(pair), alpha);
}

/** One step of CBOW with negative sampling; see `trainStep`. */
export function cbowNegativeStep(
  model: Model,
  example: CbowExample,
  negatives: readonly number[],
  alpha: number,
): number {
  return trainStep(model, cbow(example, negatives), alpha);
}

/** One step of Skip-Gram with negative sampling (SGNS); see `trainStep`. */
export function skipGramNegativeStep(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
  alpha: number,
): number {
  return trainStep(model, skipGram(pair, negatives), alpha);
}

/** One step of CBOW with hierarchical softmax along the path to the center; see `trainStep`. */
export function cbowHierarchicalStep(
  model: Model,
  example: CbowExample,
  tree: readonly HuffmanPath[],
  alpha: number,
): number {
  return trainStep(model, withPath(cbow(example), tree), alpha);
}

/** One step of Skip-Gram with hierarchical softmax along the path to the context word; see `trainStep`. */
export function skipGramHierarchicalStep(
  model: Model,
  pair: SkipGramPair,
  tree: readonly HuffmanPath[],
  alpha: number,
): number {
  return trainStep(model, withPath(skipGram(pair), tree), alpha);
}

/**
 * The example with hierarchical softmax as its output layer (gensim: `hs`): with the path to its target in the tree of
 * `huffmanTree`. Throws RangeError if the tree does not contain the word.
 */
export function withPath({ inputs, target }: Example, tree: readonly HuffmanPath[]): Example {
  const path = tree[target];
  if (path) return { inputs, target, path };
  throw new RangeError(
    `Cannot take a path as the word must be one of the tree's ${tree.length}: current value is ${target}`,
  );
}
