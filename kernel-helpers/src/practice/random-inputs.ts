import { filledTable, type Random, randomBelow, type Table } from "../base/index.ts";
import type { Model } from "../model/index.ts";

/** A vector of numbers between 0.2 and 1 in size, of either sign, shape (width): none is so small that a mistake hides. */
export function randomVector(width: number, random: Random): Float64Array {
  return Float64Array.from({ length: width }, () => signed(random));
}

/** A table of such numbers, shape (rows, width). */
export function randomTable(rows: number, width: number, random: Random): Table {
  return filledTable(rows, width, () => signed(random));
}

/** Such numbers in both tables, shape (words, width): zero output vectors would let wrong gradients pass. */
export function randomModel(words: number, width: number, random: Random): Model {
  return { input: randomTable(words, width, random), output: randomTable(words, width, random) };
}

/** `count` whole numbers from 0 to `below` - 1. */
export function randomIds(count: number, below: number, random: Random): number[] {
  return Array.from({ length: count }, () => randomBelow(below, random));
}

function signed(random: Random): number {
  const size = 0.2 + 0.8 * random();
  return random() < 0.5 ? -size : size;
}
