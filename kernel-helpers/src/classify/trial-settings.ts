import { requireInteger, requirePositive, seededRandom } from "../base/index.ts";
import type { Tuning } from "./text-network.ts";

/** The settings that one trial of a search tries. */
export interface TrialSettings {
  /** What training moves besides W and b. */
  readonly tuning: Tuning;
  /** r, used where the tuning is low-rank. */
  readonly rank: number;
  /** Learning rate of Adam. */
  readonly alpha: number;
  /** Texts in an update. */
  readonly batchSize: number;
}

/** What a search draws settings from. */
export interface TrialSpace {
  /** Default: all three. */
  readonly tunings?: readonly Tuning[];
  /** Default: 2, 4, 8. */
  readonly ranks?: readonly number[];
  /** Lowest and highest learning rate; its logarithm is drawn uniformly. Default: 0.001 to 0.1. */
  readonly alphas?: readonly [number, number];
  /** Default: 16, 32, 64. */
  readonly batchSizes?: readonly number[];
}

const ACTION = "Cannot draw settings";

/**
 * The settings of trial number `trial`, from 0: each is drawn by itself from `seed` and the number, so that a search that is resumed, or has more trials, draws
 * the same (Bergstra and Bengio 2012, random search). Throws RangeError for an empty list and for rates that do not rise.
 */
export function drawTrial(trial: number, seed: number, space: TrialSpace = {}): TrialSettings {
  const {
    tunings = ["frozen", "low-rank", "full"],
    ranks = [2, 4, 8],
    alphas: [lowest, highest] = [0.001, 0.1],
    batchSizes = [16, 32, 64],
  } = space;
  requireInteger(ACTION, { trial }, 0);
  requirePositive(ACTION, { lowest, highest });
  if (!(lowest <= highest)) {
    throw new RangeError(
      `${ACTION} as the lowest learning rate must be <= the highest, which is ${highest}: current value is ${lowest}`,
    );
  }
  requireInteger(ACTION, { seed }, 0);
  const random = seededRandom(Number(BigInt.asUintN(53, BigInt(seed) * 1_000_003n + BigInt(trial))));
  const one = <Value>(name: string, list: readonly Value[]): Value => {
    const value = list[Math.floor(random() * list.length)];
    if (value !== undefined) return value;
    throw new RangeError(`${ACTION} as there must be one or more ${name}: there is none`);
  };
  return {
    tuning: one("tunings", tunings),
    rank: one("ranks", ranks),
    batchSize: one("batch sizes", batchSizes),
    alpha: lowest * (highest / lowest) ** random(),
  };
}
