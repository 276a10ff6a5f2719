import { optionName } from "../base/index.ts";
import { HAN_OR_KANA } from "./letters.ts";
import { segmentWords } from "./segment-words.ts";
import { tokenize } from "./tokenize.ts";

/** A way to divide a sentence into tokens; see `tokenizer`. */
export type TokenizerName = "words" | "chinese" | "japanese" | "whitespace";

/** Divides a sentence into tokens. */
export type Tokenizer = (sentence: string) => string[];

const makers: Readonly<Record<TokenizerName, () => Tokenizer>> = {
  words: () => tokenize,
  chinese: () => composed(segmentWords({ language: "zh", letters: /\p{Script=Han}/u }, tokenize)),
  japanese: () => composed(segmentWords({ language: "ja", letters: HAN_OR_KANA }, tokenize)),
  whitespace: () => composed((text) => text.split(/\s+/u).filter((token) => token !== "")),
};

/** The names of the tokenizers. */
export const tokenizerNames: readonly TokenizerName[] = Object.keys(makers) as TokenizerName[];

/**
 * A tokenizer by its name. All of them give tokens in the composed form NFC.
 *
 * - "words": `tokenize`, runs of letters in lower case, for languages that put spaces between words.
 * - "chinese": runs of Han characters divided by `Intl.Segmenter`, everything else as "words".
 * - "japanese": the same for runs of Han characters, hiragana and katakana.
 * - "whitespace": what lies between white space as it is, for text that another tool has divided: upper case, digits and
 *   punctuation stay.
 *
 * The words of "chinese" and "japanese" depend on the version of ICU in Node or the browser, see `tokenRecord`. Throws RangeError
 * for another name, and Error if `Intl.Segmenter` is missing.
 *
 * @example
 * tokenizer("words")("GPT-4 hat 2 Teile."); // ["gpt", "hat", "teile"]
 * tokenizer("whitespace")("我们 有 ２ 本 Word2Vec 书 。"); // ["我们", "有", "２", "本", "Word2Vec", "书", "。"]
 * tokenizer("chinese")("我们学习Word2Vec。"); // ["我们", "学习", "word", "vec"]
 */
export function tokenizer(name: TokenizerName): Tokenizer {
  requireTokenizer("Cannot make tokens", name);
  return makers[name]();
}

/** Throws RangeError unless `name` is one of the tokenizers; `action` begins the message. */
export function requireTokenizer(action: string, name: string): void {
  if (typeof name === "string" && Object.hasOwn(makers, name)) return; // ["words"] would name a property, too
  throw new RangeError(
    `${action} as ${optionName("tokenizer")} must be one of ${tokenizerNames.join(", ")}: current value is ${JSON.stringify(name)}`,
  );
}

/** Composes before dividing: a compatibility character becomes the Han character that the dictionary knows. */
function composed(divide: Tokenizer): Tokenizer {
  return (sentence) => divide(sentence.normalize("NFC"));
}
