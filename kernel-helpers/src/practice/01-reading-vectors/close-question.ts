import { dot, norm, type Random, randomBelow, tableFromRows } from "../../base/index.ts";
import { type WordVectors, wordVectors } from "../../vectors/index.ts";
import { randomVector } from "../random-inputs.ts";

/** Angles of a, b and c from one direction, by the edge that they make. */
const ANGLES = {
  a: [0, 0.2, -0.2], // the nearest to d is a, which lies between b and c
  b: [0, 0.3, 0.01], // the nearest is b: a and c are nearly the same
  c: [0, 0.01, 0.3],
} as const;

/**
 * An analogy whose words lie close together, so that with no word left out the answer is the named word of the question. All
 * other words lie on the other side: every cosine that counts is negative.
 */
export function closeQuestion(
  nearest: keyof typeof ANGLES,
  random: Random,
): [vectors: WordVectors, a: string, b: string, c: string] {
  const { turned, behind } = directions(random);
  const rows = [...ANGLES[nearest].map(turned), ...Array.from({ length: 6 }, behind)];
  const [vectors, [a = "", b = "", c = ""]] = shuffled(rows, random);
  return [vectors, a, b, c];
}

/** An analogy in which a word of the question comes twice; the right answer is the last word of the list. */
export function repeatedQuestion(
  [a, b, c]: readonly [number, number, number],
  random: Random,
): [vectors: WordVectors, a: string, b: string, c: string] {
  const { turned, behind } = directions(random);
  // d lies along word b + c - a, which is word 0 or word 1; the last word is the nearest other one
  const [first, second] = [turned(0), turned(1)];
  const along = b === a ? c : b;
  const last = turned(along + 0.1);
  const words = wordsOf([first, second, ...Array.from({ length: 5 }, behind), last], random);
  return [words, `w${a}`, `w${b}`, `w${c}`];
}

/** A way to turn from a random direction by an angle, and vectors that lie behind it. */
export function directions(random: Random): {
  turned: (angle: number) => Float64Array;
  behind: () => Float64Array;
} {
  const along = unit(randomVector(3, random));
  const other = randomVector(3, random);
  const across = unit(plus(other, -dot(other, along), along));
  return {
    turned: (angle) =>
      plus(
        along.map((x) => x * Math.cos(angle)),
        Math.sin(angle),
        across,
      ),
    behind: () =>
      plus(
        along.map((x) => -2 * x),
        0.4,
        randomVector(3, random),
      ),
  };
}

/** Word vectors with these rows in a random order, and the names of the rows. */
function shuffled(rows: readonly Float64Array[], random: Random): [vectors: WordVectors, names: string[]] {
  const places = rows.map((_, i) => i);
  for (let i = places.length - 1; i > 0; i--) {
    const j = randomBelow(i + 1, random);
    [places[i], places[j]] = [places[j] as number, places[i] as number];
  }
  const placed = rows.map((_, word) => rows[places.indexOf(word)] as Float64Array);
  return [wordsOf(placed, random), places.map((place) => `w${place}`)];
}

/** Words w0, w1, … with these vectors, each of another length. */
function wordsOf(rows: readonly Float64Array[], random: Random): WordVectors {
  const scaled = rows.map((v) => {
    const length = 0.5 + 2 * random();
    return v.map((x) => length * x);
  });
  const { width, data } = tableFromRows(scaled);
  const names = rows.map((_, word) => `w${word}`);
  return wordVectors(names, { rows: rows.length, width, data: Float32Array.from(data) });
}

function unit(v: Float64Array): Float64Array {
  return v.map((x) => x / norm(v));
}

function plus(a: Float64Array, factor: number, b: Float64Array): Float64Array {
  return a.map((x, i) => x + factor * (b[i] as number));
}
