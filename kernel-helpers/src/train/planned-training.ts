import type { Tensorflow } from "../backend/index.ts";
import { isSimd, longestSentence, type Simd } from "../simd/index.ts";
import { warnOfLongTokens } from "../tokens/index.ts";
import { corpusEncoder, type EncodedCorpus, encodeSentences } from "../vocabulary/index.ts";
import { begunTraining, type Training } from "./begun-training.ts";
import { type Checkpoint, requireSameCorpus } from "./checkpoint.ts";
import type { EngineName } from "./engine.ts";
import { noExamples } from "./no-examples.ts";
import { numbered } from "./numbered.ts";
import type { Settings, TrainOptions } from "./options.ts";
import { requireFitting } from "./require-fitting.ts";
import { requireMadeFor } from "./require-made-for.ts";
import { type SentenceIds, sentencesInMemory, sentencesOfCorpus } from "./sentence-ids.ts";

/** The text of a training: sentences of tokens in memory, or a corpus that is encoded already. */
export type TrainingText = readonly (readonly string[])[] | EncodedCorpus;

/** Sentences of tokens that come one by one, and need not fit in memory. */
export type TokenStream = AsyncIterable<readonly string[]>;

/** A training whose corpus and options are accepted; the engines tensor and simd need what `openBackend` or `openSimd` gave. */
export type PlannedTraining = (by?: Tensorflow | Simd) => Training;

/** What a planned training continues, and whether it closes its corpus. */
interface Planning {
  readonly from?: Checkpoint | undefined;
  readonly owns?: boolean;
}

/** Counts and numbers the text where it is not encoded, and accepts it with these settings. */
export function planned(
  text: TrainingText,
  settings: Settings,
  engine: EngineName,
  { from, owns = false }: Planning = {},
): PlannedTraining {
  if (isEncoded(text)) {
    requireMadeFor(text, settings, engine);
    return prepared(sentencesOfCorpus(text, owns), settings, text.given, from);
  }
  if (!from) warnOfLongTokens(text); // before an error about words that are rare because they are sentences
  const sentences =
    engine === "simd"
      ? sentencesOfCorpus(encoded(text, settings), true)
      : sentencesInMemory(numbered(text, settings));
  return prepared(sentences, settings, text.length, from);
}

function encoded(sentences: readonly (readonly string[])[], { minCount, maxVocab }: Settings): EncodedCorpus {
  const encoder = corpusEncoder({ minCount, maxVocab, maxSentenceLength: longestSentence });
  for (const sentence of sentences) encoder.add(sentence);
  return encoder.finish();
}

/** `given` is the number of sentences before any were left out. */
function prepared(
  sentences: SentenceIds,
  settings: Settings,
  given: number,
  from?: Checkpoint,
): PlannedTraining {
  if (sentences.length === 0) throw noExamples(given);
  if (from) {
    requireSameCorpus(from, sentences.fingerprint(settings.tokenizer));
    requireFitting(from, {
      words: sentences.vocabulary.words.length,
      sentences: sentences.length,
      settings,
    });
  }
  return (by) => begunTraining(sentences, settings, by, from);
}

/** A training of a stream: it owns the corpus into which the stream is encoded. */
export async function streamed(
  stream: TokenStream,
  settings: Settings,
  by?: Tensorflow | Simd,
  from?: Checkpoint,
): Promise<Training> {
  const engine = engineOf(by);
  const { minCount, maxVocab } = settings;
  const maxSentenceLength = sentenceLimit(engine);
  const corpus = await encodeSentences(stream, { minCount, maxVocab, maxSentenceLength });
  try {
    return planned(corpus, settings, engine, { from, owns: true })(by);
  } catch (error) {
    corpus.close();
    throw error;
  }
}

/** The longest sentence that an engine trains whole; 0 for any, so that old checkpoints know their corpus. */
export function sentenceLimit(engine: EngineName): number {
  return engine === "simd" ? longestSentence : 0;
}

/** The engine that trains with this. */
export function engineOf(by: Tensorflow | Simd | undefined): EngineName {
  if (by === undefined) return "reference";
  return isSimd(by) ? "simd" : "tensor";
}

/** The options of a training of `text`: those with which a corpus was encoded are its defaults. */
export function withMade(options: TrainOptions, text: TrainingText | TokenStream): TrainOptions {
  if (isStream(text) || !isEncoded(text)) return options;
  const { minCount, maxVocab } = text.made;
  return { minCount, maxVocab, ...options };
}

function isEncoded(text: TrainingText): text is EncodedCorpus {
  return !Array.isArray(text);
}

export function isStream(text: TrainingText | TokenStream): text is TokenStream {
  return Symbol.asyncIterator in text;
}
