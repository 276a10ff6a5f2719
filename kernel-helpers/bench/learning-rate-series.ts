import type { TrainOptions } from "kernel-helpers";

/** One text and output layer, trained with several rates. */
export interface Series {
  readonly text: "sotu" | "a tenth of sotu" | "planted";
  readonly options: TrainOptions;
  readonly layer: string;
  readonly alphas: readonly number[];
  readonly seeds: number;
}

const usual = [0.025, 0.05, 0.1, 0.2];
const noise = { layer: "5 noise words" };
const tree = { layer: "hierarchical softmax" };
const full = { layer: "softmax" };
const [cbow, skipGram] = [{ architecture: "cbow" }, { architecture: "skip-gram" }] as const;
const planted = { text: "planted", alphas: usual, seeds: 5 } as const;
const small = { ...cbow, vectorSize: 16, sample: 1e-2, epochs: 1 };

/** What is trained. */
export const series: readonly Series[] = [
  { ...planted, ...noise, options: small },
  { ...planted, ...tree, options: { ...small, hs: true } },
  { ...planted, ...full, options: { ...small, negative: 0 } },
  { text: "sotu", ...noise, options: { ...cbow, epochs: 1 }, alphas: usual, seeds: 5 },
  { text: "sotu", ...tree, options: { ...cbow, hs: true, epochs: 1 }, alphas: usual, seeds: 3 },
  { text: "a tenth of sotu", ...full, options: { ...cbow, negative: 0, epochs: 1 }, alphas: usual, seeds: 3 },
  {
    text: "a tenth of sotu",
    ...noise,
    options: { ...skipGram, epochs: 5 },
    alphas: [0.025, 0.05, 0.1],
    seeds: 2,
  },
  { text: "sotu", ...noise, options: { ...cbow, epochs: 5 }, alphas: [0.025, 0.1, 0.2], seeds: 2 },
];
