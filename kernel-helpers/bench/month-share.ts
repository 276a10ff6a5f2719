import { neighbours, type WordVectors, wordGroups } from "kernel-helpers";

const { months } = wordGroups;

/**
 * The quality of vectors in one number: the share of months among the five nearest words of each month. Random vectors
 * give about 0. "march" and "may" have other meanings too, so even good vectors stay below 1.
 */
export function monthShare(vectors: WordVectors): number {
  const found = months.flatMap((month) => neighbours(vectors, month, { count: 5 }));
  return found.filter(({ word }) => months.includes(word)).length / (5 * months.length);
}
