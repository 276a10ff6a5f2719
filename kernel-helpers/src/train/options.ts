import { optionName, requireInteger, requirePositive } from "../base/index.ts";
import { type OptimizerOptions, optimizerDefaults, requireOptimizer } from "../optimize/index.ts";
import { requireTokenizer, type TokenizerName } from "../tokens/index.ts";
import { requireKnownOptions } from "./require-known-options.ts";
import { requireModelOptions } from "./require-model-options.ts";

/** How to train. The names and the defaults are gensim's, except `architecture` (gensim: `sg`) and `alpha` for CBOW. */
export interface TrainOptions extends OptimizerOptions {
  /** "cbow" predicts the center from its context, "skip-gram" each context word from the center. Default: "cbow". */
  readonly architecture?: "cbow" | "skip-gram";
  /** Dimension d of a vector. Default: 100. */
  readonly vectorSize?: number;
  /** Number of words on each side; each center shrinks it at random to 1 … window. Default: 5. */
  readonly window?: number;
  /** Words that occur less often are left out. Default: 5. */
  readonly minCount?: number;
  /** Only so many of the most frequent words are kept, see `buildVocabulary`; 0 for all. Default: 0. */
  readonly maxVocab?: number;
  /** Subsampling threshold for frequent words, see `keepProbabilities`; 0 keeps all. Default: 1e-3. */
  readonly sample?: number;
  /** K, noise words per example; 0 trains the full softmax instead. Default: 5; 0 with `hs`. */
  readonly negative?: number;
  /**
   * Exponent of the counts from which noise words are drawn: 1 draws by frequency, 0 draws all words equally, below 0 rare
   * words more often than frequent ones (Caselles-Dupré et al. 2018). Default: 0.75 (Mikolov et al. 2013b, section 2.2).
   */
  readonly nsExponent?: number;
  /** Trains hierarchical softmax over the Huffman tree of the words, instead of noise words. Default: false. */
  readonly hs?: boolean;
  /** Whether CBOW's hidden layer is the mean of its input vectors; false for their sum (gensim's cbow_mean). Default: true. */
  readonly cbowMean?: boolean;
  /**
   * Moves each of CBOW's input vectors by the whole gradient of the hidden layer, not by 1/C of it: the update of word2vec.c
   * and gensim, no gradient of any loss (see docs/training.md). Default: false.
   */
  readonly cCompat?: boolean;
  /** Passes over the corpus. Default: 5. */
  readonly epochs?: number;
  /**
   * Learning rate α at the start; falls linearly with the tokens done. Default with sgd: 0.1 for CBOW, 0.025 for Skip-Gram;
   * 0.1 for adagrad, 0.005 for adam. gensim's is 0.025 for both, as gensim and word2vec.c do not divide CBOW's gradient by C,
   * the number of context words. For the true gradient, which we follow, 0.025 is too small (bench/results/learning-rates.md).
   */
  readonly alpha?: number;
  /** Learning rate at the end. Default: 0.0001. */
  readonly minAlpha?: number;
  /** Seed of the initial vectors, the windows, the subsampling and the noise. Default: 1. */
  readonly seed?: number;
  /** Examples per update of the tensor engine. Default: 1024. */
  readonly batchSize?: number;
  /** Progress events in all, at least one an epoch. Default: 100. */
  readonly reports?: number;
  /**
   * How the tokens were made, see `tokenizer`. It is recorded with the other options, and resuming with another one is refused;
   * it does not change the tokens that are given. Default: "words".
   */
  readonly tokenizer?: TokenizerName;
}

/** Options with every default filled in. */
export type Settings = Required<TrainOptions>;

/** The default of every option. */
export const trainDefaults: Settings = {
  architecture: "cbow",
  vectorSize: 100,
  window: 5,
  minCount: 5,
  maxVocab: 0,
  sample: 1e-3,
  negative: 5,
  nsExponent: 0.75,
  hs: false,
  cbowMean: true,
  cCompat: false,
  epochs: 5,
  alpha: 0.1,
  minAlpha: 0.0001,
  seed: 1,
  batchSize: 1024,
  reports: 100,
  tokenizer: "words",
  ...optimizerDefaults,
};

/** The initial α of optimisers whose steps do not grow with the gradient (bench/results/optimizers.md). */
const alphaOfOptimizer: ReadonlyMap<string, number> = new Map([
  ["adagrad", 0.1],
  ["adam", 0.005],
]);

/** word2vec's own; CBOW's true gradient is divided by C and needs more (bench/results/learning-rates.md). */
function defaultAlpha({ architecture, optimizer = "sgd", cCompat, cbowMean }: TrainOptions): number {
  const undivided = architecture === "skip-gram" || cCompat === true || cbowMean === false;
  return alphaOfOptimizer.get(optimizer) ?? (undivided ? 0.025 : trainDefaults.alpha);
}

/** Fills in the defaults; throws RangeError with the name and the value of an invalid option, or of one that is unknown. */
export function settingsOf(options: TrainOptions): Settings {
  requireKnownOptions(options, Object.keys(trainDefaults));
  const dependent = { alpha: defaultAlpha(options), negative: options.hs ? 0 : trainDefaults.negative };
  const settings: Settings = { ...trainDefaults, ...dependent, ...options };
  const {
    vectorSize,
    window,
    minCount,
    maxVocab,
    epochs,
    reports,
    batchSize,
    negative,
    seed,
    alpha,
    minAlpha,
    sample,
  } = settings;
  requireInteger("Cannot train", { vectorSize, window, minCount, epochs, reports, batchSize }, 1);
  requireInteger("Cannot train", { negative, seed, maxVocab }, 0);
  if (seed === Number.MAX_SAFE_INTEGER) {
    throw new RangeError(
      // the examples are drawn from seed + 1
      `Cannot train as ${optionName("seed")} must be at most ${seed - 1}: current value is ${seed}`,
    );
  }
  requirePositive("Cannot train", { alpha, minAlpha, ...(sample !== 0 && { sample }) });
  requireOptimizer(settings);
  requireModelOptions(settings);
  requireTokenizer("Cannot train", settings.tokenizer);
  if (!(minAlpha <= alpha)) {
    throw new RangeError(
      `Cannot train as ${optionName("minAlpha")} must be <= ${optionName("alpha")}, which is ${alpha}: current value is ${minAlpha}`,
    );
  }
  if (settings.architecture !== "cbow" && settings.architecture !== "skip-gram") {
    throw new RangeError(
      `Cannot train as ${optionName("architecture")} must be "cbow" or "skip-gram": current value is "${String(settings.architecture)}"`,
    );
  }
  return settings;
}
