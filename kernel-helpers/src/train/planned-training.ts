import type { Tensorflow } from "../backend/index.ts";
import type { Simd } from "../simd/index.ts";
import { warnOfLongTokens } from "../tokens/index.ts";
import {
  corpusEncoder,
  type EarlierWords,
  type EncodedCorpus,
  type EncoderOptions,
  encodeSentences,
} from "../vocabulary/index.ts";
import { backendOf, begunTraining } from "./begun-training.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { wordsBefore } from "./continued-settings.ts";
import type { EngineName } from "./engine.ts";
import { grownCheckpoint } from "./grown-checkpoint.ts";
import { noExamples } from "./no-examples.ts";
import { numbered } from "./numbered.ts";
import type { Settings } from "./options.ts";
import { requireFitting, requireTables } from "./require-fitting.ts";
import { requireMadeFor, requireWordsBefore } from "./require-made-for.ts";
import { requiredSentences, requireSentences } from "./require-sentences.ts";
import { requireSameCorpus } from "./resumed-settings.ts";
import { type SentenceIds, sentencesInMemory, sentencesOfCorpus } from "./sentence-ids.ts";
import type { Training } from "./training-by.ts";
import { engineOf, isEncoded, sentenceLimit, type TokenStream, type TrainingText } from "./training-text.ts";

/** A training whose corpus and options are accepted; the engines tensor and simd need what `openBackend` or `openSimd` gave. */
export type PlannedTraining = (by?: Tensorflow | Simd) => Training;

/** What a planned training continues, and whether it closes its corpus. */
interface Planning {
  readonly from?: Checkpoint | undefined;
  /** A checkpoint whose model goes on with this text. */
  readonly earlier?: Checkpoint | undefined;
  readonly owns?: boolean;
}

/** Counts and numbers the text where it is not encoded, and accepts it with these settings. */
export function planned(
  text: TrainingText,
  settings: Settings,
  engine: EngineName,
  { from, earlier, owns = false }: Planning = {},
): PlannedTraining {
  const before = wordsBefore({ from, earlier });
  if (isEncoded(text)) {
    requireMadeFor(text, settings, engine);
    if ((from ?? earlier)?.vocabulary) requireWordsBefore(text, before);
    return prepared(sentencesOfCorpus(text, owns), settings, text.given, { from, earlier });
  }
  requireSentences(text);
  if (!from) warnOfLongTokens(text); // before an error about words that are rare because they are sentences
  const sentences =
    engine === "simd" || before
      ? sentencesOfCorpus(encoded(text, encoderOptions(settings, engine, before)), true)
      : sentencesInMemory(numbered(text, settings));
  return prepared(sentences, settings, text.length, { from, earlier });
}

function encoderOptions(
  { minCount, maxVocab }: Settings,
  engine: EngineName,
  earlier?: EarlierWords,
): EncoderOptions {
  return { minCount, maxVocab, maxSentenceLength: sentenceLimit(engine), earlier };
}

function encoded(sentences: readonly (readonly string[])[], options: EncoderOptions): EncodedCorpus {
  const encoder = corpusEncoder(options);
  for (const sentence of sentences) encoder.add(sentence);
  return encoder.finish();
}

/** `given` is the number of sentences before any were left out. */
function prepared(
  sentences: SentenceIds,
  settings: Settings,
  given: number,
  { from, earlier }: Planning,
): PlannedTraining {
  if (sentences.length === 0) throw noExamples(given);
  if (earlier) return continuing(sentences, settings, earlier);
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

/** A training with the model of a checkpoint, whose words come first. */
function continuing(sentences: SentenceIds, settings: Settings, earlier: Checkpoint): PlannedTraining {
  requireTables("Cannot go on with more text", earlier, sentences.earlier.length, settings);
  const words = sentences.vocabulary.words.length;
  const corpus = sentences.fingerprint(settings.tokenizer);
  return (by) => {
    const backend = backendOf(by);
    return begunTraining(
      sentences,
      settings,
      by,
      grownCheckpoint(earlier, { words, settings, backend, corpus }),
    );
  };
}

/** A training of a stream: it owns the corpus into which the stream is encoded. */
export async function streamed(
  stream: TokenStream,
  settings: Settings,
  by?: Tensorflow | Simd,
  going: Pick<Planning, "from" | "earlier"> = {},
): Promise<Training> {
  const engine = engineOf(by);
  const corpus = await encodeSentences(
    requiredSentences(stream),
    encoderOptions(settings, engine, wordsBefore(going)),
  );
  try {
    return planned(corpus, settings, engine, { ...going, owns: true })(by);
  } catch (error) {
    corpus.close();
    throw error;
  }
}
