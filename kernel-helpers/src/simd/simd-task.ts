import { aliasTable } from "../pairs/index.ts";
import { huffmanTree, keepProbabilities } from "../vocabulary/index.ts";

/** The options of a training that the simd engine reads; see `TrainOptions`. */
export interface SimdSettings {
  readonly architecture: "cbow" | "skip-gram";
  readonly vectorSize: number;
  readonly window: number;
  readonly sample: number;
  readonly negative: number;
  readonly nsExponent: number;
  readonly hs: boolean;
  readonly cbowMean: boolean;
  readonly cCompat: boolean;
  readonly alpha: number;
  readonly minAlpha: number;
  readonly seed: number;
}

/** What the threads of a training read and never change. */
export interface SimdTask {
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
  readonly noise: { readonly share: ArrayLike<number>; readonly alias: ArrayLike<number> };
  /** Where the path of each word begins among `nodes`, shape (V + 1); empty with negative sampling. */
  readonly paths: Uint32Array;
  /** 2 · node + label for each node of each path; label 1 is branch 0. */
  readonly nodes: Uint32Array;
}

/** The task of a training on words with these counts; throws RangeError for counts that give no noise. */
export function simdTask(counts: ArrayLike<number>, settings: SimdSettings, totalTokens: number): SimdTask {
  const { hs, negative, nsExponent } = settings;
  const { paths, nodes, longest } = hs ? pathsOf(counts) : { paths: [], nodes: [], longest: negative + 1 };
  return {
    settings,
    words: counts.length,
    outputs: longest,
    totalTokens,
    keep: keepProbabilities(counts, settings),
    noise: hs ? { share: [], alias: [] } : aliasTable(counts, nsExponent),
    paths: Uint32Array.from(paths),
    nodes: Uint32Array.from(nodes),
  };
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
