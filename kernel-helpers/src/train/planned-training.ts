import type { Tensorflow } from "../backend/index.ts";
import { warnOfLongTokens } from "../tokens/index.ts";
import { type EncodedCorpus, encodeSentences } from "../vocabulary/index.ts";
import { begunTraining, type Training } from "./begun-training.ts";
import { type Checkpoint, requireSameCorpus } from "./checkpoint.ts";
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

/** A training whose corpus and options are accepted; the tensor engine needs `tf`. */
export type PlannedTraining = (tf?: Tensorflow) => Training;

/** Counts and numbers the text where it is not encoded, and accepts it with these settings. */
export function planned(
  text: TrainingText,
  settings: Settings,
  from?: Checkpoint,
  { owns = false }: { readonly owns?: boolean } = {},
): PlannedTraining {
  if (isEncoded(text)) {
    requireMadeFor(text, settings);
    return prepared(sentencesOfCorpus(text, owns), settings, text.given, from);
  }
  if (!from) warnOfLongTokens(text); // before an error about words that are rare because they are sentences
  return prepared(sentencesInMemory(numbered(text, settings)), settings, text.length, from);
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
  return (tf) => begunTraining(sentences, settings, tf, from);
}

/** A training of a stream: it owns the corpus into which the stream is encoded. */
export async function streamed(
  stream: TokenStream,
  settings: Settings,
  tf?: Tensorflow,
  from?: Checkpoint,
): Promise<Training> {
  const { minCount, maxVocab } = settings;
  const corpus = await encodeSentences(stream, { minCount, maxVocab, maxSentenceLength: 0 });
  try {
    return planned(corpus, settings, from, { owns: true })(tf);
  } catch (error) {
    corpus.close();
    throw error;
  }
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
