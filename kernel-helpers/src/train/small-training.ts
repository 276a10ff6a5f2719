import { dot, type Random, row, seededRandom, sigmoid, softmax } from "../base/index.ts";
import {
  cbow,
  createModel,
  type Example,
  hiddenLayer,
  type Model,
  skipGram,
  trainStep,
  withPath,
} from "../model/index.ts";
import { cbowExamples, drawNegatives, negativeSampler, type Sampler, skipGramPairs } from "../pairs/index.ts";
import {
  buildVocabulary,
  encode,
  type HuffmanPath,
  huffmanTree,
  type Vocabulary,
} from "../vocabulary/index.ts";
import { requireSmallOptions, requireTwoWords } from "./require-small.ts";

/** Options of a `SmallTraining`. */
export interface SmallTrainingOptions {
  /** Which words predict which. Default: "cbow". */
  readonly architecture?: "cbow" | "skip-gram";
  /** What turns scores into a loss. Default: "softmax". */
  readonly layer?: "softmax" | "hierarchical softmax" | "negative sampling";
  /** Dimension d of a vector. Default: 5. */
  readonly vectorSize?: number;
  /** Number of words on each side. Default: 2. */
  readonly window?: number;
  /** Number K of noise words for each example of negative sampling. Default: 3. */
  readonly negatives?: number;
  /** Seed of the start and of the noise words. Default: 1. */
  readonly seed?: number;
}

/**
 * A training of a few words in float64 that goes on step by step, to be watched: examples in the order of the text, each
 * with a learning rate that the caller gives. The same seed and rates give the same numbers.
 */
export class SmallTraining {
  /** The words, by falling counts. */
  readonly vocabulary: Vocabulary;
  /** The tables, which each step changes in place. */
  readonly model: Model;
  /** The examples of one epoch, without noise words. */
  readonly examples: readonly Example[];
  /** The mean loss of each whole epoch, in nats. */
  readonly losses: number[] = [];
  readonly #layer: NonNullable<SmallTrainingOptions["layer"]>;
  readonly #tree: readonly HuffmanPath[];
  readonly #count: number;
  readonly #noise: Sampler;
  #sum = 0;
  #next = 0;

  /**
   * Throws RangeError for fewer than two words, a text whose sentences have one word each, an option that is none of its
   * values, and for what the options' functions refuse.
   */
  constructor(
    sentences: readonly (readonly string[])[],
    {
      architecture = "cbow",
      layer = "softmax",
      vectorSize = 5,
      window = 2,
      negatives = 3,
      seed = 1,
    }: SmallTrainingOptions = {},
  ) {
    requireSmallOptions({ architecture, layer, negatives });
    this.vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
    const { words, counts } = this.vocabulary;
    requireTwoWords(sentences, words);
    const ids = sentences.map((tokens) => encode(this.vocabulary, tokens));
    this.examples = ids.flatMap((sentence): Example[] =>
      architecture === "cbow"
        ? Array.from(cbowExamples(sentence, { window }), (one) => cbow(one))
        : Array.from(skipGramPairs(sentence, { window }), (pair) => skipGram(pair)),
    );
    this.model = createModel(words.length, { vectorSize, seed });
    this.#layer = layer;
    this.#tree = huffmanTree(counts);
    this.#count = negatives;
    const random: Random = seededRandom(seed + 1);
    this.#noise = negativeSampler(counts, random);
  }

  /** The example that comes next. */
  get next(): Example {
    return this.examples[this.#next] as Example;
  }

  /** How many whole epochs are done. */
  get epochs(): number {
    return this.losses.length;
  }

  /** One step on the next example at learning rate `alpha`; returns the loss before it. */
  step(alpha: number): number {
    const loss = trainStep(this.model, this.#withOutputs(this.next), alpha);
    this.#sum += loss;
    this.#next++;
    if (this.#next === this.examples.length) {
      this.losses.push(this.#sum / this.examples.length);
      this.#sum = 0;
      this.#next = 0;
    }
    return loss;
  }

  /** Steps up to the end of an epoch. */
  epoch(alpha: number): void {
    do this.step(alpha);
    while (this.#next > 0);
  }

  /**
   * What the model says of every word for these inputs: ŷ of the softmax, the product along each path, or σ of each score,
   * which are probabilities of different questions and do not add up to 1.
   */
  probabilities(inputs: readonly number[]): readonly number[] {
    const h = hiddenLayer(this.model.input, inputs);
    const scores = this.vocabulary.words.map((_, j) => dot(row(this.model.output, j), h));
    if (this.#layer === "softmax") return [...softmax(scores)];
    if (this.#layer === "negative sampling") return scores.map(sigmoid);
    return this.#tree.map(({ points, code }) =>
      points.reduce((product, node, at) => {
        const z = scores[node] as number;
        return product * sigmoid(code[at] === 0 ? z : -z);
      }, 1),
    );
  }

  #withOutputs(example: Example): Example {
    if (this.#layer === "softmax") return example;
    if (this.#layer === "hierarchical softmax") return withPath(example, this.#tree);
    return { ...example, negatives: drawNegatives(this.#noise, this.#count, example.target) };
  }
}
