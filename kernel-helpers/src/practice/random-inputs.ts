import { filledTable, type Random, type Table } from "../base/index.ts";
import type { Model } from "../model/index.ts";

/** A vector of numbers in (-1, 1), shape (width). */
export function randomVector(width: number, random: Random): Float64Array {
  return Float64Array.from({ length: width }, () => 2 * random() - 1);
}

/** A table of numbers in (-1, 1), shape (rows, width). */
export function randomTable(rows: number, width: number, random: Random): Table {
  return filledTable(rows, width, () => 2 * random() - 1);
}

/** Random numbers in both tables, shape (words, width): zero output vectors would let wrong gradients pass. */
export function randomModel(words: number, width: number, random: Random): Model {
  return { input: randomTable(words, width, random), output: randomTable(words, width, random) };
}
