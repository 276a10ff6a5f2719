import { requireInteger } from "../base/index.ts";

const action = "Cannot train";

const VALUES = {
  architecture: ["cbow", "skip-gram"],
  layer: ["softmax", "hierarchical softmax", "negative sampling"],
} as const;

/** The options of a `SmallTraining` that no function of it asks about. */
interface SmallOptions {
  readonly architecture: string;
  readonly layer: string;
  readonly negatives: number;
}

/** Throws RangeError for an option that is none of its values, and for a number of noise words that is none. */
export function requireSmallOptions({ negatives, ...options }: SmallOptions): void {
  requireInteger(action, { negatives }, 0);
  for (const name of ["architecture", "layer"] as const) {
    const [value, values]: [string, readonly string[]] = [options[name], VALUES[name]];
    if (values.includes(value)) continue;
    throw new RangeError(
      `${action} as ${name} must be "${values.join('" or "')}": current value is "${value}". Remedy: use one of them`,
    );
  }
}

/** Throws RangeError unless there are two words, and a sentence in which one can predict another. */
export function requireTwoWords(sentences: readonly (readonly string[])[], words: readonly string[]): void {
  if (words.length < 2) {
    throw new RangeError(
      `${action} as there must be two different words or more: there are ${words.length}. Remedy: give a longer text`,
    );
  }
  if (sentences.some((sentence) => Array.isArray(sentence) && sentence.length >= 2)) return;
  throw new RangeError(
    `${action} as a sentence must have two words or more, one of which predicts the other: each has one at most. ` +
      'Remedy: give sentences as lists of words, such as [["the", "king"]]',
  );
}
