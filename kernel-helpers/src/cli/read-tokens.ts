import { type ProgressPrinter, progressPrinter } from "#host";
import { everyMilliseconds } from "../base/index.ts";
import { type TokenizerName, tokenRecord } from "../tokens/index.ts";
import type { Checkpoint } from "../train/index.ts";
import {
  type EncodeCorpusOptions,
  type EncodedCorpus,
  encodeCorpus,
  encodingLine,
} from "../vocabulary/index.ts";
import type { TrainPlan } from "./train-plan.ts";

const SHORT = 1; // seconds that need no progress
const PACE = 200; // ms between two lines

/** The tokens of a corpus as word ids, and what made them. */
export interface ReadTokens {
  readonly corpus: EncodedCorpus;
  readonly tokenizer: TokenizerName;
  /** Which tokenizer it was, its version of ICU, and why, in a line for the user. */
  readonly told: string;
  /** Tokens of the text, also those that the vocabulary leaves out. */
  readonly tokens: number;
}

/**
 * Reads the tokens of the plan's corpus with the tokenizer of the plan, or with the one of the checkpoint; where neither says
 * one, the text decides. A checkpoint from before there were several has "words". `options` are those of the training.
 */
export async function readTokens(
  { corpus: source, encodingErrors, field, tokenizer: given }: TrainPlan,
  from: Checkpoint | undefined,
  options: Pick<EncodeCorpusOptions, "minCount" | "maxVocab" | "maxSentenceLength" | "earlier">,
): Promise<ReadTokens> {
  const before = from === undefined ? undefined : (from.settings.tokenizer ?? "words");
  const printer = progressPrinter(process.stderr);
  const show = shownBy(printer);
  let tokens = 0;
  const { corpus, tokenizer, reason } = await encodeCorpus(source, {
    encodingErrors,
    field,
    tokenizer: given ?? before,
    ...options,
    onProgress(progress) {
      tokens = progress.words;
      show(progress);
    },
  }).finally(() => printer.clear());
  const why =
    reason === undefined
      ? given === undefined
        ? "as in the checkpoint"
        : "as --tokenizer says"
      : `chosen by the start of the text: ${reason}`;
  return { corpus, tokenizer, told: line(tokenizer, why), tokens };
}

/** Shows the progress of reading that takes longer than a moment. */
function shownBy(printer: ProgressPrinter): (progress: Parameters<typeof encodingLine>[0]) => void {
  const isTime = everyMilliseconds(PACE);
  return (progress) => {
    if (progress.seconds >= SHORT && isTime()) printer.show(encodingLine(progress));
  };
}

function line(tokenizer: TokenizerName, why: string): string {
  const { segmenter } = tokenRecord(tokenizer);
  return `tokens: ${tokenizer}${segmenter === undefined ? "" : ` (Intl.Segmenter, ${segmenter})`}, ${why}`;
}
