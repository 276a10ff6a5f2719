import { optionName, requirePositive } from "../base/index.ts";

/** What a stream is like while nothing happens. */
export interface Baseline {
  /** μ, mean of the values. */
  readonly mean: number;
  /** s, their standard deviation, above 0. */
  readonly deviation: number;
}

/** Options of `cusumChart`. */
export interface CusumOptions {
  /** k, how many deviations a value must be away before it counts: half of the shift that is to be found. Default: 0.5. */
  readonly slack?: number;
  /** h, at how many deviations in sum the alarm is given. Default: 5. */
  readonly limit?: number;
}

/** The sums after a value. */
export interface CusumState {
  /** S⁺, how far the values since its last 0 are above the baseline. */
  readonly up: number;
  /** S⁻, how far they are below. */
  readonly down: number;
  /** The side of an alarm that this value gave. */
  readonly alarm?: "up" | "down";
}

/** A control chart that is fed value by value. */
export interface CusumChart {
  /** Takes the next value. */
  add(value: number): CusumState;
}

/**
 * Mean and standard deviation (with n - 1) of quiet values. Throws RangeError for fewer than two values and for values that are all equal.
 *
 * @example
 * baselineOf([1, 2, 3]); // { mean: 2, deviation: 1 }
 */
export function baselineOf(values: readonly number[]): Baseline {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1),
  );
  if (values.length >= 2 && deviation > 0 && Number.isFinite(deviation)) return { mean, deviation };
  throw new RangeError(
    `Cannot take a baseline as the values must be finite, two or more, and not all equal: there are ${values.length}, and their deviation is ${deviation}`,
  );
}

/**
 * The two-sided CUSUM chart (Page 1954; Montgomery, Introduction to Statistical Quality Control, section 9.1): with z = (x - μ) / s,
 *
 *   S⁺ = max(0, S⁺ + z - k),   S⁻ = max(0, S⁻ - z - k),   alarm as soon as one is above h
 *
 * An alarm sets both sums back to 0, so that the next one is new evidence. Values that are not finite are refused.
 */
export function cusumChart(
  { mean, deviation }: Baseline,
  { slack = 0.5, limit = 5 }: CusumOptions = {},
): CusumChart {
  const action = "Cannot watch the stream";
  requirePositive(action, { deviation });
  requireChart({ slack, limit });
  let [up, down] = [0, 0];
  return {
    add(value) {
      if (!Number.isFinite(value))
        throw new RangeError(`${action} as every value must be finite: one is ${value}`);
      const z = (value - mean) / deviation;
      const state = { up: Math.max(0, up + z - slack), down: Math.max(0, down - z - slack) };
      const alarm = state.up > limit ? "up" : state.down > limit ? "down" : undefined;
      [up, down] = alarm ? [0, 0] : [state.up, state.down];
      return { ...state, ...(alarm && { alarm }) };
    },
  };
}

/** Throws RangeError for a slack below 0 and a limit that is not above 0. */
export function requireChart({ slack, limit }: Required<CusumOptions>): void {
  const action = "Cannot make a CUSUM chart";
  requirePositive(action, { limit });
  if (slack >= 0 && Number.isFinite(slack)) return;
  throw new RangeError(
    `${action} as ${optionName("slack")} must be >= 0 and finite: current value is ${slack}`,
  );
}
