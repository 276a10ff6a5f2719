import { neighbours, type WordVectors } from "kernel-helpers";

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * Quality in one number: of the five nearest words of each month, the share that are months. 0 is chance, 1 is all.
 * "march" and "may" mean other things as well, so that even good vectors stay below 1.
 */
export function monthShare(vectors: WordVectors): number {
  const found = months.flatMap((month) => neighbours(vectors, month, { count: 5 }));
  return found.filter(({ word }) => months.includes(word)).length / (5 * months.length);
}
