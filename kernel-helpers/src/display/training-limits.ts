import { requireInteger, requirePositive } from "../base/index.ts";
import type { TrainingView } from "./training-view.ts";

const action = "Cannot show a training";

/** The most of what a page trains while somebody watches: 300 epochs of that take some seconds. */
const MOST = { words: 40, tokens: 200, letters: 10_000, vectorSize: 100, window: 10, negatives: 20 } as const;

/**
 * Throws RangeError for a training that is too large to be played, and for a learning rate that is none. The page asks
 * too: its data come from a notebook, which anyone may have written.
 */
export function requirePlayable({ title, sentences, options }: Omit<TrainingView, "view">): void {
  const tokens = sentences.flat();
  const texts: readonly unknown[] = [title, ...tokens];
  if (!texts.every((text) => typeof text === "string" && text.length <= MOST.letters)) {
    throw new RangeError(
      `${action} as its title and words must be texts of at most ${MOST.letters} letters. Remedy: give shorter ones`,
    );
  }
  const remedy = "give fewer sentences, or use startTraining()";
  requireAtMost("different words", new Set(tokens).size, MOST.words, remedy);
  requireAtMost("words in all sentences", tokens.length, MOST.tokens, remedy);
  const { alpha, ...others } = options;
  requirePositive(action, { alpha });
  for (const name of ["vectorSize", "window", "negatives"] as const) {
    const value = others[name];
    if (value === undefined) continue;
    requireInteger(action, { [name]: value }, name === "negatives" ? 0 : 1);
    if (value <= MOST[name]) continue;
    throw new RangeError(
      `${action} as ${name} must be ${MOST[name]} at most: current value is ${value}. Remedy: use startTraining()`,
    );
  }
}

function requireAtMost(what: string, count: number, most: number, remedy: string): void {
  if (count <= most) return;
  throw new RangeError(
    `${action} as there must be ${most} ${what} at most: there are ${count}. Remedy: ${remedy}`,
  );
}
