import { crc32c, row } from "../base/index.ts";
import { type SearchTask, type Split, splitExamples } from "../classify/index.ts";
import { type TokenizerName, tokenizer } from "../tokens/index.ts";
import { loadVectors, type WordVectors, wordVectors } from "../vectors/index.ts";
import { type LabelledData, labelledData } from "./labelled-data.ts";
import type { SearchConfig } from "./trial-log.ts";
import { requireEveryClass, requireTunable } from "./tune-checks.ts";
import type { TunePlan } from "./tune-plan.ts";
import { pretrained } from "./tune-vectors.ts";

/** The texts of a search in their parts. */
export interface TuneTexts {
  readonly source: LabelledData;
  readonly tokenizer: TokenizerName;
  readonly tokens: readonly (readonly string[])[];
  readonly split: Split;
  /** What a search must have in common with the one that it continues, besides the vectors. */
  readonly config: SearchConfig;
}

/** Everything that the trials of `w2v tune` share. */
export interface TuneTask extends SearchTask, TuneTexts {
  readonly vectors: WordVectors;
}

/** Reads the texts and divides them into parts. Throws RangeError for texts from which no classifier can be learnt. */
export async function tuneTexts(plan: TunePlan): Promise<TuneTexts> {
  const source = await labelledData(plan.data, plan.classes);
  requireTunable(plan.data, source);
  const split = splitExamples(source.texts.length, { groups: source.groups, seed: plan.seed });
  requireEveryClass(plan.data, source, split);
  const name = plan.tokenizer ?? source.tokenizer;
  const divide = tokenizer(name);
  const { data, search, trials, epochs, patience, tunings, seed } = plan;
  return {
    source,
    tokenizer: name,
    tokens: source.texts.map((text) => divide(text)),
    split,
    config: {
      data,
      classes: source.classes,
      tokenizer: name,
      search,
      trials,
      epochs,
      patience,
      tunings,
      seed,
      texts: sumOf(new TextEncoder().encode(JSON.stringify([source.texts, source.labels]))),
    },
  };
}

/**
 * Makes or reads the vectors. Those that are made come from the texts of training and validation, on one thread: the same numbers
 * each time. Undefined if the user interrupts. Throws RangeError if no text has a word with a vector.
 */
export async function tuneTask(
  plan: TunePlan,
  texts: TuneTexts,
  show: (line: string) => void,
): Promise<TuneTask | undefined> {
  const { source, tokens, split, config } = texts;
  const vectors =
    plan.vectors === undefined
      ? await pretrained(plan, tokens, split, show)
      : usable(await loadVectors(plan.vectors));
  if (vectors === undefined) return undefined;
  const ids = tokens.map((list) => list.flatMap((token) => vectors.ids.get(token) ?? []));
  if (ids.every(({ length }) => length === 0)) throw noKnownWord(plan, texts);
  const { data: numbers, width } = vectors.table;
  return {
    ...texts,
    vectors,
    table: vectors.table,
    data: { texts: ids, labels: source.labels },
    parts: split,
    config: {
      ...config,
      vectorSize: width,
      ranks: ranksFor(width),
      vectors: sumOf(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)),
    },
  };
}

/** The ranks that a search draws from: none above the size of a vector. */
function ranksFor(width: number): readonly number[] {
  const ranks = [2, 4, 8].filter((rank) => rank <= width);
  return ranks.length > 0 ? ranks : [1];
}

/** The vectors of words that a tokenizer can find and a file of a classifier can hold: those without a space. */
function usable(vectors: WordVectors): WordVectors {
  const { words, table } = vectors;
  const kept = words.flatMap((word, id) => (word === "" || /[ \n]|\p{Surrogate}/u.test(word) ? [] : [id]));
  if (kept.length === words.length) return vectors;
  const data = new Float32Array(kept.length * table.width);
  kept.forEach((id, at) => {
    data.set(row(table, id), at * table.width);
  });
  return wordVectors(
    kept.map((id) => words[id] as string),
    { rows: kept.length, width: table.width, data },
  );
}

function noKnownWord({ data, vectors = "" }: TunePlan, { tokens, tokenizer: name }: TuneTexts): RangeError {
  const word = tokens.find(({ length }) => length > 0)?.[0];
  const example = word === undefined ? "they have no words" : `${JSON.stringify(word)} has none`;
  return new RangeError(
    `Cannot tune on ${data} as a word of its texts must have a vector in ${vectors}: ${example}. Remedy: vectors of the same language, or another ` +
      `--tokenizer than ${name}`,
  );
}

function sumOf(bytes: Uint8Array): string {
  return crc32c(bytes).toString(16).padStart(8, "0");
}
