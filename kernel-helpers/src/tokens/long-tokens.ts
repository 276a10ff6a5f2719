import { HAN_OR_KANA, LONGEST_HAN, UNSPACED } from "./letters.ts";

/** Tokens of one kind of script, and what words of it look like. */
export interface LongTokens {
  /** "Han characters and kana". */
  readonly script: string;
  /** Their mean length in characters. */
  readonly mean: number;
  /** The largest mean that words have. */
  readonly most: number;
  /** What gives words. */
  readonly remedy: string;
}

/** Kinds of scripts; the limits lie between words and text without spaces, measured in docs/tokens.md. */
const ALPHABET = {
  script: "an alphabet",
  letters: /./su,
  most: 20,
  remedy: "a text with spaces between its words",
};
const kinds: readonly (Omit<LongTokens, "mean"> & { readonly letters: RegExp })[] = [
  {
    script: "Han characters and kana",
    letters: HAN_OR_KANA,
    most: LONGEST_HAN,
    remedy:
      'the tokenizer "chinese" or "japanese" of tokenSentences in a notebook, of --tokenizer in w2v train; ' +
      '"whitespace" for a text with spaces between its words',
  },
  {
    script: "a script without spaces",
    letters: UNSPACED,
    most: 8,
    remedy: "spaces between the words, which other tools can put there",
  },
  ALPHABET,
];

const SOME = 0.1; // of all characters: a quotation in another language does not count
const SAMPLE = 100_000; // tokens
const NONE = { tokens: 0, characters: 0 };

/** How many tokens there are, and how many characters they have together. */
export interface TokenSums {
  /** Tokens. */
  readonly tokens: number;
  /** Characters. */
  readonly characters: number;
}

/** Tokens that are to be judged. */
export interface TokenSample {
  /** Those whose characters are all below U+0800, where every script puts spaces between words. */
  readonly plain: TokenSums;
  /** The others, and how often each occurs. */
  readonly others: ReadonlyMap<string, number>;
}

/**
 * The kind of script whose tokens are longer on average than words are, or undefined: such tokens are whole sentences. Looks at the first 100,000 tokens of sentences, or at all of a sample; kinds with less than a tenth of their
 * characters do not count.
 *
 * @example
 * longTokens([["国王爱王后王后也爱国王"]])?.mean; // 11
 * longTokens([["国王", "爱", "王后"]]); // undefined
 */
export function longTokens(given: Iterable<readonly string[]> | TokenSample): LongTokens | undefined {
  const { plain, others } = "plain" in given ? given : sampleOf(given);
  const sums = kinds.map((kind) => ({ ...kind, ...(kind === ALPHABET ? plain : NONE) }));
  for (const [token, count] of others) {
    const sum = sums.find(({ letters }) => letters.test(token));
    if (sum === undefined) continue; // an empty token
    sum.tokens += count;
    for (const _ of token) sum.characters += count; // an array of a very long token would not fit into memory
  }
  const all = sums.reduce((total, { characters }) => total + characters, 0);
  for (const { script, most, remedy, tokens, characters } of sums) {
    const mean = characters / tokens;
    if (characters >= SOME * all && mean > most) return { script, mean, most, remedy };
  }
  return undefined;
}

/** The different ones of the first tokens, and how often each occurs. */
function sampleOf(sentences: Iterable<readonly string[]>): TokenSample {
  const others = new Map<string, number>();
  let left = SAMPLE;
  for (const tokens of sentences) {
    for (const token of tokens.slice(0, left)) others.set(token, (others.get(token) ?? 0) + 1);
    left -= tokens.length;
    if (left <= 0) break;
  }
  return { plain: NONE, others };
}
