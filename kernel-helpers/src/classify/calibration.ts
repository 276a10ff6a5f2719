import { requireInteger, row, type Table } from "../base/index.ts";

/** The examples whose probability lies in one interval. */
export interface ReliabilityBin {
  /** Mean of their probabilities: what the classifier promised. */
  readonly promised: number;
  /** Share of them that came true. */
  readonly observed: number;
  /** Number of them. */
  readonly examples: number;
}

/**
 * A reliability diagram's bars (Murphy and Winkler 1977): the interval from 0 to 1 in `bins` equal ones, each with its upper end, those without examples left out. Of a
 * calibrated classifier promised = observed: of the texts to which it gives 0.8, four of five are positive. `labels` are 0 or 1.
 */
export function reliability(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { bins = 10 }: { readonly bins?: number } = {},
): ReliabilityBin[] {
  const action = "Cannot measure the calibration";
  requireInteger(action, { bins }, 1);
  requireProbabilities(action, labels, probabilities);
  const sums = Array.from({ length: bins }, () => ({ promised: 0, observed: 0, examples: 0 }));
  for (let i = 0; i < labels.length; i++) {
    const probability = probabilities[i] as number;
    const bin = sums[Math.max(0, Math.ceil(probability * bins) - 1)] as (typeof sums)[number];
    bin.promised += probability;
    bin.observed += labels[i] as number;
    bin.examples++;
  }
  return sums
    .filter(({ examples }) => examples > 0)
    .map(({ promised, observed, examples }) => ({
      promised: promised / examples,
      observed: observed / examples,
      examples,
    }));
}

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht 2015): Σ_b n_b / n |observed_b - promised_b|. 0 for a calibrated classifier.
 */
export function calibrationError(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: { readonly bins?: number } = {},
): number {
  return reliability(labels, probabilities, options).reduce(
    (sum, { promised, observed, examples }) =>
      sum + (examples / labels.length) * Math.abs(observed - promised),
    0,
  );
}

/**
 * Brier's score (1950) for two classes: mean of (p - label)². 0 is best; 0.25 for the answer 0.5 to everything.
 *
 * @example
 * brierScore([1, 0], [0.5, 0.5]); // 0.25
 */
export function brierScore(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  requireProbabilities("Cannot score the probabilities", labels, probabilities);
  const errors = Array.from(labels, (label, i) => ((probabilities[i] as number) - label) ** 2);
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

/** Mean of -log P(label) in nats, for the probabilities of every class, shape (n, K). Infinite where a label got probability 0. */
export function meanLogLoss(labels: ArrayLike<number>, probabilities: Table): number {
  if (labels.length !== probabilities.rows || labels.length === 0) {
    throw new RangeError(
      `Cannot measure the loss as each label must have a row of probabilities: there are ${labels.length} labels and ${probabilities.rows} rows`,
    );
  }
  let sum = 0;
  for (let i = 0; i < labels.length; i++)
    sum -= Math.log(row(probabilities, i)[labels[i] as number] as number);
  return sum / labels.length;
}

function requireProbabilities(
  action: string,
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): void {
  if (labels.length !== probabilities.length || labels.length === 0) {
    throw new RangeError(
      `${action} as each label must have a probability: there are ${labels.length} labels and ${probabilities.length} probabilities`,
    );
  }
  for (let i = 0; i < labels.length; i++) {
    const [label, probability] = [labels[i], probabilities[i] as number];
    if (label !== 0 && label !== 1) {
      throw new RangeError(`${action} as every label must be 0 or 1: that of example ${i} is ${label}`);
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(
        `${action} as every probability must be from 0 to 1: that of example ${i} is ${probability}`,
      );
    }
  }
}
