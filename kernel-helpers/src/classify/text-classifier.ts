import { row, type Table } from "../base/index.ts";
import { requireTokenizer, type TokenizerName, tokenizer } from "../tokens/index.ts";
import type { WordVectors } from "../vectors/index.ts";
import { wordVectors } from "../vectors/index.ts";
import { classProbabilities } from "./linear-classifier.ts";
import { meanVectors } from "./mean-vectors.ts";
import { denseScores, type TextNetwork, tunedTable } from "./text-network.ts";

/** What a person must know before using a classifier. */
export interface ModelCard {
  /** What it does, in a few words. */
  readonly title: string;
  /** The texts that it was fitted on. */
  readonly data: string;
  /** The licence of those texts, and what it says about the model. */
  readonly licence: string;
  /** What it reached on texts that it was not fitted on, by name: "accuracy, test part". */
  readonly scores: Readonly<Record<string, number>>;
  /** What it should not be used for. */
  readonly limits: string;
}

/** A classifier of texts that stands alone: words, vectors, the dense layer, and what it is called. */
export interface TextClassifier {
  /** The names of the classes. */
  readonly classes: readonly string[];
  /** What divides a text into tokens. */
  readonly tokenizer: TokenizerName;
  /** The vectors in use, shape (V, d). */
  readonly vectors: WordVectors;
  /** W, shape (K, d). */
  readonly weights: Table;
  /** b, shape (1, K). */
  readonly bias: Table;
  /** What to know before using it. */
  readonly card: ModelCard;
}

/** What a classifier needs besides its network. */
export interface ClassifierParts {
  /** id -> word, for the rows of the network's embedding. */
  readonly words: readonly string[];
  /** A name for each class. */
  readonly classes: readonly string[];
  /** Default: "words". */
  readonly tokenizer?: TokenizerName;
  /** What goes with it. */
  readonly card: ModelCard;
}

/**
 * A network with its words and the names of its classes. A low-rank delta is added to the vectors, which are then float32. Throws RangeError if there is not a word
 * for each vector or a name of its own for each class.
 */
export function textClassifier(
  network: TextNetwork,
  { words, classes, tokenizer: name = "words", card }: ClassifierParts,
): TextClassifier {
  const action = "Cannot make a classifier";
  requireTokenizer(action, name);
  if (classes.length !== network.weights.rows) {
    throw new RangeError(
      `${action} as each of its ${network.weights.rows} classes must have a name: there are ${classes.length}`,
    );
  }
  const twice = classes.find((name, k) => classes.indexOf(name) !== k);
  if (twice !== undefined) {
    throw new RangeError(`${action} as its classes must have different names: "${twice}" occurs twice`);
  }
  const vectors = wordVectors(words, tunedTable(network));
  return { classes, tokenizer: name, vectors, weights: network.weights, bias: network.bias, card };
}

/** What a classifier says of a text. */
export interface Classified {
  /** The likeliest class. */
  readonly label: string;
  /** The probability of each class, by its name. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** How many of its tokens have a vector: without any, the text says nothing. */
  readonly known: number;
  /** Its tokens. */
  readonly tokens: number;
}

/** Classifies each text: tokens, mean of their vectors, dense layer, softmax. */
export function classifyTexts(classifier: TextClassifier, texts: readonly string[]): Classified[] {
  const { classes, vectors, weights, bias } = classifier;
  const divide = tokenizer(classifier.tokenizer);
  const tokens = texts.map((text) => divide(text));
  const ids = tokens.map((list) => list.flatMap((token) => vectors.ids.get(token) ?? []));
  const probabilities = classProbabilities(denseScores({ weights, bias }, meanVectors(ids, vectors.table)));
  return texts.map((_, i) => {
    const own = [...row(probabilities, i)];
    const likeliest = own.indexOf(Math.max(...own));
    return {
      label: classes[likeliest] as string,
      probabilities: Object.fromEntries(classes.map((name, k) => [name, own[k] as number])),
      known: (ids[i] as number[]).length,
      tokens: (tokens[i] as string[]).length,
    };
  });
}
