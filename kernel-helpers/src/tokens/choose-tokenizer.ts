import { HAN_OR_KANA, KANA, LONGEST_HAN } from "./letters.ts";
import type { TokenizerName } from "./tokenizer.ts";

/** A tokenizer that was chosen, and why. */
export interface TokenizerChoice {
  /** Its name. */
  readonly tokenizer: TokenizerName;
  /** Why, in words: "98 % of its letters are Chinese or Japanese, …". */
  readonly reason: string;
}

const SOME = 0.1;
const MOST = 0.5;

/**
 * Chooses a tokenizer by the look of a text:
 *
 *   s = Han and kana letters / all letters
 *   l = the mean number of Han and kana letters between two white spaces, where there are any
 *   p = the mean number of such pieces in a line that has any
 *
 * s < 10 %, or a tenth of all letters are Hangul: "words". l <= 4 and p >= 2, which says that another tool has put spaces
 * between the words: "whitespace" if s >= 50 %, otherwise "words". Otherwise "japanese" if a tenth of these letters are kana, else
 * "chinese": words are shorter (docs/tokens.md), and a short line alone, such as a verse, is not divided.
 *
 * @example
 * chooseTokenizer("the king loves the queen").tokenizer; // "words"
 * chooseTokenizer("国王爱王后，王后也爱国王。").tokenizer; // "chinese"
 * chooseTokenizer("国王 爱 王后 ， 王后 也 爱 国王 。").tokenizer; // "whitespace"
 */
export function chooseTokenizer(text: string): TokenizerChoice {
  const letters = count(text, /\p{L}/gu);
  const found = count(text, global(HAN_OR_KANA));
  const share = letters === 0 ? 0 : found / letters;
  const seen = `${percent(share)} of its letters are Chinese or Japanese`;
  if (share < SOME) return { tokenizer: "words", reason: seen };
  const hangul = count(text, /\p{Script=Hangul}/gu) / letters;
  if (hangul >= SOME) return { tokenizer: "words", reason: `${percent(hangul)} of its letters are Korean` };
  const having = (parts: readonly string[]): number => parts.filter((part) => HAN_OR_KANA.test(part)).length;
  const pieces = having(text.split(/\s+/u));
  const length = found / pieces;
  const reason = `${seen}, ${length.toFixed(1)} of them between two spaces on average`;
  if (length <= LONGEST_HAN && share < MOST) return { tokenizer: "words", reason };
  if (length <= LONGEST_HAN && pieces >= 2 * having(text.split("\n")))
    return { tokenizer: "whitespace", reason };
  const kana = count(text, global(KANA)) / found;
  return kana < SOME
    ? { tokenizer: "chinese", reason }
    : { tokenizer: "japanese", reason: `${reason}, and ${percent(kana)} of them are kana` };
}

function global({ source }: RegExp): RegExp {
  return new RegExp(source, "gu");
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
