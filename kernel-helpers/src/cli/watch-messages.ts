import { type Lexicon, longestWords, monitorStream, type StreamItem } from "../apply/index.ts";
import { counted, escapeControls } from "../base/index.ts";
import { chooseTokenizer, type Tokenizer, tokenizer } from "../tokens/index.ts";
import { readLexicon } from "./monitor-lexicon.ts";
import type { WatchedMessage } from "./monitor-lines.ts";
import type { NumberedMessage } from "./monitor-messages.ts";
import type { MonitorPlan, MonitorTokenizer } from "./monitor-plan.ts";

/**
 * Watches messages as they come. Where the plan names no tokenizer or no lexicon, the first message decides by its letters; what was chosen is said on standard error. `given` is the plan's lexicon,
 * already read.
 */
export async function* watchMessages(
  messages: AsyncGenerator<NumberedMessage>,
  plan: MonitorPlan,
  given: Lexicon | undefined,
): AsyncGenerator<WatchedMessage> {
  const first = await messages.next();
  if (first.done) return;
  const { tokenizer: guessed } = chooseTokenizer(first.value.text);
  const isSpaced = guessed === "words" || guessed === "whitespace";
  const name: MonitorTokenizer = plan.tokenizer ?? (isSpaced ? "words" : "longest");
  const source = plan.lexicon ?? (isSpaced ? "written-finance-words" : "written-chinese-finance-words");
  const lexicon = given ?? (await readLexicon(source));
  console.error(escapeControls(`lexicon: ${source}, ${counted(lexicon.size, "word")}; tokens: ${name}`));
  const divide: Tokenizer = name === "longest" ? longestWords(lexicon) : tokenizer(name);
  tellUnreached(lexicon, divide);
  let last = first.value;
  async function* items(): AsyncGenerator<StreamItem> {
    yield itemOf(last, divide);
    for await (last of messages) yield itemOf(last, divide);
  }
  for await (const event of monitorStream(items(), lexicon, plan.options)) yield { message: last, event };
}

/** Tells of words that messages hardly ever have, since the tokenizer writes or divides them otherwise. */
function tellUnreached(lexicon: Lexicon, divide: Tokenizer): void {
  const unreached = [...lexicon.keys()].filter((word) => divide(word).join("\n") !== word);
  if (unreached.length === 0) return;
  const some = unreached.slice(0, 5).map((word) => JSON.stringify(word));
  console.error(
    escapeControls(
      `${unreached.length} of ${counted(lexicon.size, "word")} of the lexicon are hardly ever found, as the tokenizer writes or divides them otherwise: ` +
        `${some.join(", ")}${unreached.length > 5 ? ", …" : ""}. Remedy: single words in lower case, or another --tokenizer`,
    ),
  );
}

function itemOf({ line, text, time }: NumberedMessage, divide: Tokenizer): StreamItem {
  return { id: line, text, tokens: divide(text), ...(time !== undefined && { time }) };
}
