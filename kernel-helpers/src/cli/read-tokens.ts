import { corpusSentences } from "../corpus/index.ts";
import { autoTokenSentences, type TokenizerName, tokenRecord, tokenSentences } from "../tokens/index.ts";
import type { Checkpoint } from "../train/index.ts";
import type { TrainPlan } from "./train-plan.ts";

/** The tokens of a corpus, and what made them. */
export interface ReadTokens {
  readonly sentences: string[][];
  readonly tokenizer: TokenizerName;
  /** Which tokenizer it was, its version of ICU, and why, in a line for the user. */
  readonly told: string;
}

/**
 * Reads the tokens of the plan's corpus with the tokenizer of the plan, or with the one of the checkpoint; where neither says
 * one, the text decides. A checkpoint from before there were several has "words".
 */
export async function readTokens(
  { corpus, encodingErrors, tokenizer: given }: TrainPlan,
  from: Checkpoint | undefined,
): Promise<ReadTokens> {
  const text = corpusSentences(corpus, { encodingErrors });
  const before = from === undefined ? undefined : (from.settings.tokenizer ?? "words");
  const tokenizer = given ?? before;
  if (tokenizer !== undefined) {
    const sentences = await tokenSentences(text, { tokenizer });
    const why = given === undefined ? "as in the checkpoint" : "as --tokenizer says";
    return { sentences, tokenizer, told: line(tokenizer, why) };
  }
  const { sentences, choice } = await autoTokenSentences(text);
  const why = `chosen by the start of the text: ${choice.reason}`;
  return { sentences, tokenizer: choice.tokenizer, told: line(choice.tokenizer, why) };
}

function line(tokenizer: TokenizerName, why: string): string {
  const { segmenter } = tokenRecord(tokenizer);
  return `tokens: ${tokenizer}${segmenter === undefined ? "" : ` (Intl.Segmenter, ${segmenter})`}, ${why}`;
}
