import { requireInteger } from "../base/index.ts";

/** How a search gives epochs to its trials. */
export type SearchMethod = "random" | "halving";

/** Options of `searchRungs`. */
export interface RungOptions {
  /** "random" gives every trial all epochs; "halving" gives all trials few, and more to the better ones. Default: "halving". */
  readonly search?: SearchMethod;
  /** Settings that are tried. Default: 27. */
  readonly trials?: number;
  /** Epochs of a trial at most. Default: 27. */
  readonly epochs?: number;
  /** Of how many trials one goes on to the next rung, with so many times the epochs. Default: 3. */
  readonly keepOneOf?: number;
}

/** How many trials have how many epochs. */
export interface Rung {
  /** Trials that are left. */
  readonly trials: number;
  /** Epochs of each at most. */
  readonly epochs: number;
}

const ACTION = "Cannot search for settings";

/** The rungs of a search, in order; in the last one trials have all epochs. */
export function searchRungs({
  search = "halving",
  trials = 27,
  epochs = 27,
  keepOneOf = 3,
}: RungOptions): Rung[] {
  requireInteger(ACTION, { trials, epochs }, 1);
  requireInteger(ACTION, { keepOneOf }, 2);
  if (search !== "random" && search !== "halving") {
    throw new RangeError(
      `${ACTION} as search must be one of random, halving: current value is ${JSON.stringify(search)}`,
    );
  }
  const rungs = [{ trials, epochs }];
  for (;;) {
    const factor = keepOneOf ** rungs.length;
    if (search === "random" || trials < factor || epochs < factor) break;
    rungs.push({ trials: Math.floor(trials / factor), epochs });
  }
  return rungs.map((rung, i) => ({
    ...rung,
    epochs: Math.max(1, Math.floor(epochs / keepOneOf ** (rungs.length - 1 - i))),
  }));
}
