import { type Numbers, neighbours, vectorOf, type WordVectors } from "kernel-helpers";

const FIRST = 100; // the hundred most frequent words are grammar
const WORDS = 500;
const COUNT = 10;

/**
 * How alike two trainings are in what they learned: the mean share of the ten nearest words that a word has in both, for
 * the words 101 to 600 of `one`. Two trainings of one program with different seeds do not reach 1.
 */
export function neighbourAgreement(one: WordVectors, other: WordVectors): number {
  const asked = one.words.slice(FIRST, FIRST + WORDS).filter((word) => other.ids.has(word));
  return sharedNeighbours(nearestWords(one, asked), nearestWords(other, asked));
}

/** The ten nearest words of each word, with a space between two; "" for a word whose vector is zero. */
export function nearestWords(vectors: WordVectors, asked: readonly string[]): string[] {
  return asked.map((word) => {
    if (isZero(vectorOf(vectors, word))) return "";
    const found = neighbours(vectors, word, { count: COUNT });
    return found.map((neighbour) => neighbour.word).join(" ");
  });
}

/** Whether a vector has no direction, as some of fastText's that it never moved. */
export function isZero(v: Numbers): boolean {
  return v.every((x: number) => x === 0);
}

/** The mean share of the ten nearest words that the same words have in both lists. */
export function sharedNeighbours(one: readonly string[], other: readonly string[]): number {
  const shares = one.map((words, i) => {
    const near = new Set(words.split(" "));
    return (other[i] ?? "").split(" ").filter((word) => word !== "" && near.has(word)).length / COUNT;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
