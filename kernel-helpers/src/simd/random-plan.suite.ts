import { type Random, randomBelow } from "../base/index.ts";
import { PARAMETER_BYTES } from "./layout.ts";
import type { MemoryPlaces } from "./memory-places.ts";
import type { SimdSettings } from "./simd-task.ts";

/** A small training with options of every kind. */
export function randomPlan(random: Random): { settings: SimdSettings; counts: number[] } {
  const hs = random() < 0.4;
  const window = 1 + randomBelow(9, random);
  const cbowMean = random() < 0.7;
  const settings: SimdSettings = {
    architecture: random() < 0.5 ? "cbow" : "skip-gram",
    vectorSize: 1 + randomBelow(70, random),
    window,
    sample: random() < 0.5 ? 0 : 0.1,
    negative: hs ? 0 : 1 + randomBelow(25, random),
    nsExponent: 1.5 * random() - 0.5,
    hs,
    cbowMean,
    cCompat: random() < 0.3,
    alpha: (0.01 * random()) / (cbowMean ? 1 : (2 * window) ** 2), // a sum of one word's vectors grows by their number squared
    minAlpha: 0,
    seed: randomBelow(1000, random),
  };
  const counts = Array.from({ length: 2 + randomBelow(40, random) }, () => 1 + randomBelow(1000, random));
  return { settings, counts: counts.sort((a, b) => b - a) };
}

/** Sentences of 0 to 40 ids, now and then one of 1,000, the last one perhaps cut off; returns how many numbers it wrote. */
export function fillIds(ids: Int32Array, words: number, random: Random): number {
  let at = 0;
  for (let sentence = 0; sentence < 4; sentence++) {
    const length = random() < 0.02 ? 1000 : randomBelow(41, random);
    for (let i = 0; i < length; i++) ids[at++] = randomBelow(words, random);
    ids[at++] = -1;
  }
  if (random() < 0.2) ids[at++] = 0;
  return at;
}

/** Index of the first uint32 that changed outside the vectors, the parameters and the threads' own memory; -1 for none. */
export function firstForbidden(
  before: Uint32Array,
  after: Uint32Array,
  places: MemoryPlaces,
  words: number,
): number {
  const { parameters, input, output, stride, rowBytes, blocks, threads } = places;
  const start = threads[0]?.start ?? 0;
  return after.findIndex((value, i) => {
    if (value === before[i]) return false;
    const at = 4 * i;
    if (at >= places.end) return true;
    const inTable = (table: number): boolean =>
      at >= table && at < table + words * stride && (at - table) % stride < rowBytes;
    if (inTable(input) || inTable(output) || at >= start) return false;
    return !(at >= parameters && at < parameters + PARAMETER_BYTES) && !(at >= blocks && at < start);
  });
}
