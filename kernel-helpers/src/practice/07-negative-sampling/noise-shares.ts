import type { Exercise } from "../../check/index.ts";

type NoiseShares = (counts: ArrayLike<number>, power: number) => Float64Array;

/** P_n(c) = n_c^power / Σ n^power, 0 for a word that does not occur. */
export const noiseShares: Exercise<NoiseShares> = {
  id: "07-negative-sampling/noise-shares",
  points: 2,
  equation: "Mikolov et al. 2013b, section 2.2",
  parameters: ["counts", "power"],
  instances: (random) => [
    [[16, 1, 81], 0.75], // 8, 1 and 27
    [[3, 1], 1],
    [[5, 2, 9], 0],
    [[7], 0.75],
    [[4, 0, 9], 0.5], // a word that does not occur
    [[4, 0, 9, 0], 0],
    [[0, 0, 2], 0.75],
    [[2, 3, 5], 2],
    [Array.from({ length: 6 }, (_, i) => 1 + i * i + Math.floor(9 * random())), 0.75],
    [[1e6, 1e3, 1], 0.75],
    [new Uint32Array([3, 0, 8]), 0.25], // as a vocabulary has them: fractions do not fit
  ],
  expected: (counts, power) => sharesBy(counts, power),
  tolerance: 1e-9,
  floor: 1e-12,
  hints: [
    "What do your numbers add up to?",
    "What should the function give for counts of 16, 1 and 81 with the power 3/4? (The powers are 8, 1 and 27.)",
    "What is 0 to the power 0 in JavaScript? What should be the share of a word that never occurs?",
  ],
  knownMistakes: [
    {
      name: "not-divided",
      hint: "What do your numbers add up to? What must probabilities add up to?",
      value: (counts, power) => Float64Array.from(counts, (n) => (n > 0 ? n ** power : 0)),
    },
    {
      name: "power-of-shares",
      hint: "You raise the shares to the power. Do they still add up to 1?",
      value: (counts, power) => {
        const total = sumOf(counts);
        return Float64Array.from(counts, (n) => (n > 0 ? (n / total) ** power : 0));
      },
    },
    {
      name: "divided-by-count",
      hint: "By which sum do you divide: by that of the counts, or by that of their powers?",
      value: (counts, power) => {
        const total = sumOf(counts);
        return Float64Array.from(counts, (n) => (n > 0 ? n ** power / total : 0));
      },
    },
    {
      name: "power-forgotten",
      hint: "Which of the two arguments does your function not use?",
      value: (counts) => sharesBy(counts, 1),
    },
    {
      name: "power-fixed",
      hint: "Does your function use the power that it is given, or always the same one?",
      value: (counts) => sharesBy(counts, 0.75),
    },
    {
      name: "zero-counts-drawn",
      hint: "With the power 0 every word has the same share. What does the exercise say about a word that does not occur?",
      value: (counts, power) => {
        const total = Array.from(counts).reduce((sum, n) => sum + n ** power, 0);
        return Float64Array.from(counts, (n) => n ** power / total);
      },
    },
    {
      name: "times-power",
      hint: "Do you multiply the count by the power, or raise it to the power?",
      value: (counts, power) => sharesOf(Float64Array.from(counts, (n) => n * power)),
    },
    {
      name: "softmax-of-counts",
      hint: "Is the share in proportion to a power of the count, or to a power of e?",
      value: (counts, power) => sharesOf(Float64Array.from(counts, (n) => Math.exp(n * power))),
    },
    {
      name: "root-upside-down",
      hint: "With the power 3/4, do frequent words get a smaller share than in the text, or a larger one? And in your result?",
      value: (counts, power) => sharesBy(counts, 1 / power),
    },
  ],
};

function sumOf(counts: ArrayLike<number>): number {
  return Array.from(counts).reduce((sum, n) => sum + n, 0);
}

function sharesOf(weights: Float64Array): Float64Array {
  const total = sumOf(weights);
  return weights.map((weight) => weight / total);
}

function sharesBy(counts: ArrayLike<number>, power: number): Float64Array {
  return sharesOf(Float64Array.from(counts, (n) => (n > 0 ? n ** power : 0)));
}
