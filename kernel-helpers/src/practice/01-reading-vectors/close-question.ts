import { dot, norm, type Random, tableFromRows } from "../../base/index.ts";
import { type WordVectors, wordVectors } from "../../vectors/index.ts";
import { randomVector } from "../random-inputs.ts";

/**
 * An analogy whose words lie close together, so that with no word left out the answer is the named word of the question:
 * `a` lies between b and c, `b` or `c` because the other two are nearly the same. The other words lie anywhere.
 */
export function closeQuestion(
  kept: "a" | "b" | "c",
  random: Random,
): [vectors: WordVectors, a: string, b: string, c: string] {
  const along = unit(randomVector(3, random));
  const other = randomVector(3, random);
  const across = unit(plus(other, -dot(other, along), along));
  const turned = (angle: number): Float64Array =>
    plus(
      along.map((x) => x * Math.cos(angle)),
      Math.sin(angle),
      across,
    );
  const angles = { a: [0, 0.2, -0.2], b: [0, 0.3, 0.01], c: [0, 0.01, 0.3] }[kept];
  const rows = [...angles.map(turned), ...Array.from({ length: 6 }, () => randomVector(3, random))];
  const scaled = rows.map((v) => {
    const length = 0.5 + 2 * random();
    return v.map((x) => length * x);
  });
  const { data } = tableFromRows(scaled);
  const names = rows.map((_, word) => `w${word}`);
  return [
    wordVectors(names, { rows: rows.length, width: 3, data: Float32Array.from(data) }),
    "w0",
    "w1",
    "w2",
  ];
}

function unit(v: Float64Array): Float64Array {
  return v.map((x) => x / norm(v));
}

function plus(a: Float64Array, factor: number, b: Float64Array): Float64Array {
  return a.map((x, i) => x + factor * (b[i] as number));
}
