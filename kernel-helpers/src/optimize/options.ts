import { optionName, requirePositive } from "../base/index.ts";

/** How gradients become updates. */
export interface OptimizerOptions {
  /**
   * "sgd": x -= α g, as in word2vec. "adagrad": each number has its own learning rate, see `adagradRows`. "adam": with
   * momentum, for touched rows only, see `lazyAdamRows`. Default: "sgd".
   */
  readonly optimizer?: "sgd" | "adagrad" | "adam";
  /**
   * τ, for sgd only: the gradients of a row that n examples of one batch move are scaled so that α n <= τ, see
   * `rowScale`. Keeps large batches stable; 0 for no limit. Default: 1.6, which allows 64 examples at α = 0.025 and 16 at
   * α = 0.1.
   */
  readonly rowStep?: number;
  /** Largest norm of the summed gradient of one row, see `normScale`; 0 for no limit. Default: 0. */
  readonly clipRowNorm?: number;
  /** Largest norm of all gradients of an update together, both tables; 0 for no limit. Default: 0. */
  readonly clipNorm?: number;
}

/** Options with every default filled in. */
export type OptimizerSettings = Required<OptimizerOptions>;

/** The default of every option. */
export const optimizerDefaults: OptimizerSettings = {
  optimizer: "sgd",
  rowStep: 1.6,
  clipRowNorm: 0,
  clipNorm: 0,
};

/** The names of the optimisers. */
export const optimizerNames: readonly OptimizerSettings["optimizer"][] = ["sgd", "adagrad", "adam"];

/** Throws RangeError for an invalid option. */
export function requireOptimizer({ optimizer, rowStep, clipRowNorm, clipNorm }: OptimizerSettings): void {
  for (const [name, value] of Object.entries({ rowStep, clipRowNorm, clipNorm })) {
    if (value !== 0) requirePositive("Cannot train", { [name]: value });
  }
  if (!optimizerNames.includes(optimizer)) {
    throw new RangeError(
      `Cannot train as ${optionName("optimizer")} must be one of ${optimizerNames.join(", ")}: current value is "${String(optimizer)}"`,
    );
  }
}
