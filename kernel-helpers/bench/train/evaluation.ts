import { cosineSimilarity, type Numbers, type Tensorflow, vectorOf, type WordVectors } from "kernel-helpers";
import { isZero } from "../neighbour-agreement.ts";
import type { Analogy, Pair, Questions } from "./questions.ts";
import { rankCorrelation } from "./rank-correlation.ts";

/** How good vectors are. A question counts if all its words are known. */
export interface Evaluation {
  /** Spearman's correlation of cosines with people's scores, -1 to 1: WordSim-353. */
  readonly wordsim: number;
  /** The same for SimLex-999. */
  readonly simlex: number;
  /** Share of the analogies that are solved. */
  readonly analogies: number;
  /** Shares of the questions that count. */
  readonly covered: Readonly<Record<keyof Questions, number>>;
}

/** Judges vectors of any program as gensim's evaluate_word_pairs and evaluate_word_analogies do; a test compares them. */
export function evaluate(vectors: WordVectors, questions: Questions, tf: Tensorflow): Evaluation {
  const known = (words: readonly string[]): boolean => words.every((word) => vectors.ids.has(word));
  const [wordsim, simlex] = [questions.wordsim, questions.simlex].map((pairs) =>
    pairs.filter(([one, other]) => known([one, other])),
  ) as [Pair[], Pair[]];
  const analogies = questions.analogies.filter(known);
  return {
    wordsim: agreement(vectors, wordsim),
    simlex: agreement(vectors, simlex),
    analogies: solvedShare(vectors, analogies, tf),
    covered: {
      wordsim: wordsim.length / questions.wordsim.length,
      simlex: simlex.length / questions.simlex.length,
      analogies: analogies.length / questions.analogies.length,
    },
  };
}

function agreement(vectors: WordVectors, pairs: readonly Pair[]): number {
  const cosines = pairs.map(([one, other]) => cosine(vectorOf(vectors, one), vectorOf(vectors, other)));
  return rankCorrelation(
    cosines,
    pairs.map(([, , score]) => score),
  );
}

/** As gensim's, which is 0 where a vector is zero; fastText leaves some so. */
function cosine(a: Numbers, b: Numbers): number {
  return isZero(a) || isZero(b) ? 0 : cosineSimilarity(a, b);
}

const AT_ONCE = 256; // questions: with 80,000 words 82 MB of cosines

/** The share of analogies with d = argmax_w cos(w, b - a + c), w not among a, b, c (3CosAdd, see `analogy`). */
function solvedShare(vectors: WordVectors, analogies: readonly Analogy[], tf: Tensorflow): number {
  const { rows, width } = vectors.table;
  const units = unitRows(vectors);
  const table = tf.tensor2d(units, [rows, width]);
  let solved = 0;
  for (let start = 0; start < analogies.length; start += AT_ONCE) {
    const ids = analogies
      .slice(start, start + AT_ONCE)
      .map((words) => words.map((word) => idOf(vectors, word)));
    const cosines = tf.tidy(
      () => tf.matMul(tf.tensor2d(targets(units, width, ids), [ids.length, width]), table, false, true), // (n, V)
    );
    const found = cosines.dataSync();
    cosines.dispose();
    ids.forEach((question, i) => {
      if (best(found.subarray(i * rows, (i + 1) * rows), question) === question[3]) solved++;
    });
  }
  table.dispose();
  return solved / analogies.length;
}

/** b - a + c of each question, shape (n, d). */
function targets(
  units: Float32Array,
  width: number,
  questions: readonly (readonly number[])[],
): Float32Array {
  const made = new Float32Array(questions.length * width);
  questions.forEach(([a = 0, b = 0, c = 0], i) => {
    for (let j = 0; j < width; j++) {
      const at = (id: number): number => units[id * width + j] as number;
      made[i * width + j] = at(b) - at(a) + at(c);
    }
  });
  return made;
}

/** The id with the largest score, the first of equal ones, without the first three ids of the question. */
function best(scores: ArrayLike<number>, [a, b, c]: readonly number[]): number {
  let [found, largest] = [-1, Number.NEGATIVE_INFINITY];
  for (let id = 0; id < scores.length; id++) {
    if ((scores[id] as number) > largest && id !== a && id !== b && id !== c) {
      [found, largest] = [id, scores[id] as number];
    }
  }
  return found;
}

/** The rows divided by their lengths, shape (V, d); rows of zeros stay. */
function unitRows({ table: { rows, width, data } }: WordVectors): Float32Array {
  const units = Float32Array.from(data);
  for (let id = 0; id < rows; id++) {
    const row = units.subarray(id * width, (id + 1) * width);
    const length = Math.hypot(...row);
    if (length > 0) for (let j = 0; j < width; j++) row[j] = (row[j] as number) / length;
  }
  return units;
}

function idOf(vectors: WordVectors, word: string): number {
  return vectors.ids.get(word) as number;
}
