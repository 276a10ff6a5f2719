import type { Random } from "../base/index.ts";
import { shuffled } from "../base/index.ts";
import type { TextBatch } from "./network-gradients.ts";

/** The given examples with their labels. */
export function chosenTexts({ texts, labels }: TextBatch, examples: readonly number[]): TextBatch {
  return {
    texts: examples.map((example) => texts[example] as ArrayLike<number>),
    labels: examples.map((example) => labels[example] as number),
  };
}

/** One pass over the examples in a random order, `size` at a time. */
export function* shuffledBatches(
  data: TextBatch,
  examples: readonly number[],
  size: number,
  random: Random,
): Generator<TextBatch, void> {
  const order = shuffled(examples, random);
  for (let at = 0; at < order.length; at += size) yield chosenTexts(data, order.slice(at, at + size));
}
