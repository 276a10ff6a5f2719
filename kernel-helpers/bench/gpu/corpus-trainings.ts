import {
  type BackendName,
  corpusSentences,
  openBackend,
  startTraining,
  tokenSentences,
  wordVectors,
} from "kernel-helpers";
import { evaluate } from "../train/evaluation.ts";
import type { Questions } from "../train/questions.ts";
import { knownQuestions } from "./known-questions.ts";
import type { CorpusMeasure } from "./outcome.ts";
import type { Amount } from "./parts.ts";

/**
 * One epoch of Skip-Gram with noise words over the State of the Union, in batches of the default size and in large ones, each with what
 * its vectors are worth.
 */
export async function* corpusTrainings(name: BackendName, { quick }: Amount): AsyncGenerator<CorpusMeasure> {
  const all = await tokenSentences(corpusSentences("sotu"));
  const sentences = quick ? all.slice(0, 20) : all;
  const words = sentences.reduce((sum, { length }) => sum + length, 0);
  const questions = knownQuestions();
  const { tf } = await openBackend(name);
  for (const batchSize of quick ? [1024] : [1024, 16_384]) {
    const options = { architecture: "skip-gram", epochs: 1, reports: 20, batchSize } as const;
    const training = startTraining(sentences, options, tf);
    const losses: number[] = [];
    const start = performance.now();
    for await (const { loss } of training) if (Number.isFinite(loss)) losses.push(loss); // NaN without an example
    const seconds = (performance.now() - start) / 1000;
    const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
    training.close();
    yield {
      ...{ batchSize, words, epochs: 1, seconds, wordsPerSecond: words / seconds },
      ...{ firstLoss: losses[0] as number, lastLoss: losses.at(-1) as number },
      ...(questions && (await judged(vectors, questions))),
    };
    await openBackend(name); // judging computes on wasm
  }
}

async function judged(
  vectors: Parameters<typeof evaluate>[0],
  questions: Questions,
): Promise<Pick<CorpusMeasure, "wordsim" | "analogies">> {
  const { wordsim, analogies } = evaluate(vectors, questions, (await openBackend("wasm")).tf);
  return { wordsim, analogies };
}
