import { neighbours, type WordVectors } from "kernel-helpers";

const FIRST = 100; // the hundred most frequent words are grammar
const WORDS = 500;
const COUNT = 10;

/**
 * How alike two trainings are in what they learned: the mean share of the ten nearest words that a word has in both, for
 * the words 101 to 600 of `one`. Two trainings of one program with different seeds do not reach 1.
 */
export function neighbourAgreement(one: WordVectors, other: WordVectors): number {
  const asked = one.words.slice(FIRST, FIRST + WORDS).filter((word) => other.ids.has(word));
  let shared = 0;
  for (const word of asked) {
    const near = new Set(neighbours(one, word, { count: COUNT }).map((found) => found.word));
    shared += neighbours(other, word, { count: COUNT }).filter((found) => near.has(found.word)).length;
  }
  return shared / (COUNT * asked.length);
}
