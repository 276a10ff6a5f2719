import { optionName } from "../base/index.ts";
import { type AliasTable, aliasTable } from "../pairs/index.ts";
import { huffmanTree, keepProbabilities } from "../vocabulary/index.ts";

/** The options of a training that the simd engine reads; see `TrainOptions`. */
export interface SimdSettings {
  /** Which model. */
  readonly architecture: "cbow" | "skip-gram";
  /** d, the numbers in a vector. */
  readonly vectorSize: number;
  /** Words looked at on each side. */
  readonly window: number;
  /** Threshold of subsampling; 0 keeps all words. */
  readonly sample: number;
  /** K, noise words for each window; 0 with `hs`. */
  readonly negative: number;
  /** Exponent of the counts from which noise words are drawn. */
  readonly nsExponent: number;
  /** Hierarchical softmax in place of noise words. */
  readonly hs: boolean;
  /** Whether CBOW's hidden layer is the mean of its context, not the sum. */
  readonly cbowMean: boolean;
  /** Whether CBOW's context moves by the whole gradient, as in word2vec.c. */
  readonly cCompat: boolean;
  /** Learning rate at the start. */
  readonly alpha: number;
  /** Learning rate at the end. */
  readonly minAlpha: number;
  /** Seed of the windows, the subsampling and the noise. */
  readonly seed: number;
}

/** Noise words of an example at most: the random numbers of a token have room for 4,095 draws, see assembly/random.ts. */
export const mostNoise: number = 1000;

/** What the threads of a training read and never change. */
export interface SimdTask {
  /** The options. */
  readonly settings: SimdSettings;
  /** V, the number of words. */
  readonly words: number;
  /** Most output rows of a step: K + 1, or the length of the longest path. */
  readonly outputs: number;
  /** Tokens of the whole training, all passes. */
  readonly totalTokens: number;
  /** Keep probability of each word, shape (V). */
  readonly keep: Float64Array;
  /** The alias table of the noise, shape (V) each; empty with hierarchical softmax. */
  readonly noise: AliasTable;
  /** Where the path of each word begins among `nodes`, shape (V + 1); empty with negative sampling. */
  readonly paths: Uint32Array;
  /** 2 · node + label for each node of each path; label 1 is branch 0. */
  readonly nodes: Uint32Array;
}

/** The task of a training on words with these counts; throws RangeError for counts that give no noise, such as those of one word. */
export function simdTask(counts: ArrayLike<number>, settings: SimdSettings, totalTokens: number): SimdTask {
  const { hs, negative, nsExponent } = settings;
  if (!hs) requireTwoWords(counts.length);
  const { paths, nodes, longest } = hs ? pathsOf(counts) : { paths: [], nodes: [], longest: negative + 1 };
  return {
    settings,
    words: counts.length,
    outputs: longest,
    totalTokens,
    keep: keepProbabilities(counts, settings),
    noise: hs ? { share: new Float64Array(), alias: new Uint32Array() } : aliasTable(counts, nsExponent),
    paths: Uint32Array.from(paths),
    nodes: Uint32Array.from(nodes),
  };
}

/** The one word would be its own noise. */
function requireTwoWords(words: number): void {
  if (words >= 2) return;
  throw new RangeError(
    `Cannot train with noise words as the vocabulary must have two words or more: it has ${words}. ` +
      `Remedy: more text, or a smaller ${optionName("minCount")}`,
  );
}

function pathsOf(counts: ArrayLike<number>): { paths: number[]; nodes: number[]; longest: number } {
  const paths = [0];
  const nodes: number[] = [];
  let longest = 0;
  for (const { points, code } of huffmanTree(counts)) {
    points.forEach((node, j) => {
      nodes.push(2 * node + 1 - (code[j] as number));
    });
    paths.push(nodes.length);
    longest = Math.max(longest, points.length);
  }
  return { paths, nodes, longest };
}
