import { host } from "#host";
import { crc32c } from "../base/index.ts";
import { type SearchTask, type Split, splitExamples } from "../classify/index.ts";
import { openSimd } from "../simd/index.ts";
import { type TokenizerName, tokenizer } from "../tokens/index.ts";
import { progressLine, startTraining } from "../train/index.ts";
import { loadVectors, type WordVectors, wordVectors } from "../vectors/index.ts";
import { type LabelledData, labelledData } from "./labelled-data.ts";
import type { TunePlan } from "./tune-plan.ts";

/** Everything that the trials of `w2v tune` share. */
export interface TuneTask extends SearchTask {
  readonly source: LabelledData;
  readonly tokenizer: TokenizerName;
  readonly tokens: readonly (readonly string[])[];
  readonly split: Split;
  readonly vectors: WordVectors;
  /** What a search must have in common with the one that it continues. */
  readonly config: object;
}

/**
 * Reads the texts, divides them into parts and makes or reads the vectors. Those that are made come from the texts of training and validation, on one thread: the same numbers
 * each time. Undefined if the user interrupts.
 */
export async function tuneTask(plan: TunePlan, show: (line: string) => void): Promise<TuneTask | undefined> {
  const source = await labelledData(plan.data, plan.classes);
  const name = plan.tokenizer ?? source.tokenizer;
  const divide = tokenizer(name);
  const tokens = source.texts.map((text) => divide(text));
  const split = splitExamples(tokens.length, { groups: source.groups, seed: plan.seed });
  const vectors =
    plan.vectors === undefined
      ? await pretrained(plan, tokens, split, show)
      : await loadVectors(plan.vectors);
  if (vectors === undefined) return undefined;
  const ids = tokens.map((list) => list.flatMap((token) => vectors.ids.get(token) ?? []));
  const { search, trials, epochs, patience, tunings, seed } = plan;
  const { data: numbers } = vectors.table;
  return {
    source,
    tokenizer: name,
    tokens,
    split,
    vectors,
    table: vectors.table,
    data: { texts: ids, labels: source.labels },
    parts: split,
    config: {
      data: plan.data,
      classes: source.classes,
      texts: sumOf(new TextEncoder().encode(JSON.stringify([source.texts, source.labels]))),
      tokenizer: name,
      vectors: sumOf(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)),
      search,
      trials,
      epochs,
      patience,
      tunings,
      seed,
    },
  };
}

async function pretrained(
  { vectorSize, seed }: TunePlan,
  tokens: readonly (readonly string[])[],
  { test }: Split,
  show: (line: string) => void,
): Promise<WordVectors | undefined> {
  const tested = new Set(test.examples);
  const unlabelled = tokens.filter((_, example) => !tested.has(example));
  const options = { architecture: "skip-gram", vectorSize, epochs: 10, minCount: 2, seed } as const;
  const training = startTraining(unlabelled, options, openSimd({ threads: 1 }));
  try {
    for await (const progress of training) show(`vectors: ${progressLine(progress)}`);
    if (host.interrupted()) return undefined;
    return wordVectors(training.vocabulary.words, await training.inputTable());
  } finally {
    training.close();
  }
}

function sumOf(bytes: Uint8Array): string {
  return crc32c(bytes).toString(16).padStart(8, "0");
}
