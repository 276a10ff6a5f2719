import { corpusSentences } from "../corpus/index.ts";
import { autoTokenSentences, type TokenizerName, tokenRecord, tokenSentences } from "../tokens/index.ts";
import type { Checkpoint } from "../train/index.ts";
import { say } from "./say.ts";
import type { TrainPlan } from "./train-plan.ts";

/** The tokens of a corpus, and what made them. */
export interface ReadTokens {
  readonly sentences: string[][];
  readonly tokenizer: TokenizerName;
}

/**
 * Reads the tokens of the plan's corpus with the tokenizer of the plan, or with the one of the checkpoint; where neither says
 * one, the text decides. Prints which it is. A checkpoint from before there were several has "words".
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
    tell(tokenizer, given === undefined ? "as in the checkpoint" : "as --tokenizer says");
    return { sentences, tokenizer };
  }
  const { sentences, choice } = await autoTokenSentences(text);
  tell(choice.tokenizer, `chosen by the start of the text: ${choice.reason}`);
  return { sentences, tokenizer: choice.tokenizer };
}

function tell(tokenizer: TokenizerName, why: string): void {
  const { segmenter } = tokenRecord(tokenizer);
  say(`tokens: ${tokenizer}${segmenter === undefined ? "" : ` (Intl.Segmenter, ${segmenter})`}, ${why}`);
}
