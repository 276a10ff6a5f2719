import type { Random } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type ControlBand = (scores: Float64Array, warmUp: number, window: number, width: number) => number[];

/** [μ - width · s / √window, μ + width · s / √window] of the first `warmUp` scores, s with warmUp - 1. */
export const controlBand: Exercise<ControlBand> = {
  id: "15-finance-monitor/control-band",
  points: 3,
  equation: "Montgomery, chapter 6: μ ± L s / √n",
  parameters: ["scores", "warmUp", "window", "width"],
  instances: (random) => [
    [Float64Array.of(1, -1, 1, -1, 9, 9), 4, 4, 3], // μ = 0, s = √(4/3)
    [Float64Array.of(0, 1, 2), 3, 1, 2], // the warm-up is all there is
    [Float64Array.of(0.5, 0.25, -0.75, 1), 2, 9, 3], // the shortest warm-up
    ...[
      [20, 5, 3],
      [30, 16, 2],
      [12, 1, 3],
    ].map(
      ([warmUp = 2, window = 1, width = 3]): Parameters<ControlBand> => [
        shifted(warmUp, random),
        warmUp,
        window,
        width,
      ],
    ),
  ],
  expected: (scores, warmUp, window, width) => bandBy(scores.slice(0, warmUp), width / Math.sqrt(window)),
  tolerance: 1e-9,
  hints: [
    "Which of the scores were there before the monitor began to judge?",
    "The rolling mean is a mean of several scores. How much less does it vary than a single one?",
    "Which two numbers do you need of the scores of the warm-up? By what is the sum of squares divided?",
  ],
  knownMistakes: [
    {
      name: "judged-by-itself",
      hint: "The shock is among the scores that your band is made of. Can it then lie outside?",
      value: (scores, _, window, width) => bandBy(scores, width / Math.sqrt(window)),
    },
    {
      name: "latest-scores",
      hint: "Do you take the first scores of the stream, or the last ones, which are to be judged?",
      value: (scores, warmUp, window, width) => bandBy(scores.slice(-warmUp), width / Math.sqrt(window)),
      variants: [
        (scores, _, window, width) => bandBy(scores.slice(-window), width / Math.sqrt(window)),
        (scores, warmUp, window, width) => bandBy(scores.slice(warmUp), width / Math.sqrt(window)),
      ],
    },
    {
      name: "window-forgotten",
      hint: "Is this the band of a single score, or that of the mean of several? Which argument does your function not use?",
      value: (scores, warmUp, _, width) => bandBy(scores.slice(0, warmUp), width),
    },
    {
      name: "window-without-root",
      hint: "The variance of a mean of n is s² / n. What is its standard deviation?",
      value: (scores, warmUp, window, width) => bandBy(scores.slice(0, warmUp), width / window),
    },
    {
      name: "root-of-warm-up",
      hint: "Whose mean is to lie in the band: that of the warm-up, or the rolling one? How many scores has it?",
      value: (scores, warmUp, _, width) => bandBy(scores.slice(0, warmUp), width / Math.sqrt(warmUp)),
    },
    {
      name: "divided-by-n",
      hint: "μ was taken from the same scores, which makes their squares too small. By what do you divide to set that right?",
      value: (scores, warmUp, window, width) =>
        bandBy(scores.slice(0, warmUp), width / Math.sqrt(window), (n) => n),
    },
    {
      name: "variance-for-deviation",
      hint: "In which unit is your half width: in scores, or in squares of scores?",
      value: (scores, warmUp, window, width) => {
        const [low = 0, high = 0] = bandBy(scores.slice(0, warmUp), 1);
        const [middle, s] = [(low + high) / 2, (high - low) / 2];
        return [middle - (width * s * s) / Math.sqrt(window), middle + (width * s * s) / Math.sqrt(window)];
      },
    },
    {
      name: "around-zero",
      hint: "Around which number does the rolling mean lie while nothing happens? Is that 0?",
      value: (scores, warmUp, window, width) => {
        const [low = 0, high = 0] = bandBy(scores.slice(0, warmUp), width / Math.sqrt(window));
        return [(low - high) / 2, (high - low) / 2];
      },
    },
    {
      name: "one-score-more",
      hint: "How many scores does the warm-up have, and how many do you take?",
      value: (scores, warmUp, window, width) =>
        bandBy(scores.slice(0, warmUp + 1), width / Math.sqrt(window)),
    },
  ],
};

/** Mean ± half deviations of the scores. */
function bandBy(scores: Float64Array, half: number, degrees = (n: number): number => n - 1): number[] {
  const n = scores.length;
  const mean = scores.reduce((sum, x) => sum + x, 0) / n;
  const s = Math.sqrt(scores.reduce((sum, x) => sum + (x - mean) ** 2, 0) / degrees(n));
  return [mean - half * s, mean + half * s];
}

/** Scores around 0.3, and after the warm-up around -2: what is judged is far from what is usual. */
function shifted(warmUp: number, random: Random): Float64Array {
  return Float64Array.from({ length: warmUp + 25 }, (_, i) => (i < warmUp ? 0.3 : -2) + random() - 0.5);
}
