import { analogy, plantedAnalogies, type WordVectors } from "kernel-helpers";

/** The share of the planted corpus' analogies that vectors solve. */
export function plantedShare(vectors: WordVectors): number {
  const questions = plantedAnalogies();
  const right = questions.filter(
    ([a, b, c, d]) => analogy(vectors, { positive: [b, c], negative: [a], count: 1 })[0]?.word === d,
  );
  return right.length / questions.length;
}
