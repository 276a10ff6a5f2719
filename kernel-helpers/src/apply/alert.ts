import type { Baseline } from "./cusum.ts";
import type { Lexicon } from "./lexicon.ts";

/** A message of a stream. */
export interface StreamItem {
  /** What it is known by, such as a line number. */
  readonly id: string | number;
  /** As it is shown in an alert. */
  readonly text: string;
  /** When it was sent, if that is known, as it is shown in an alert. */
  readonly time?: string;
  /** Its tokens, by which the lexicon reads it. */
  readonly tokens: readonly string[];
}

/** A word and how much it moved the sum, in scores. */
export interface MovingWord {
  /** A word of the lexicon. */
  readonly word: string;
  /** Sum of what it added to the scores. */
  readonly moved: number;
}

/** An alert, and what it rests on: the messages since the sum was last 0. */
export interface Alert {
  /** Which way the stream went. */
  readonly direction: "good" | "bad";
  /** The message at which the sum began to grow. */
  readonly since: string | number;
  /** When that was sent, if it is known. */
  readonly sinceTime?: string;
  /** How many messages it rests on. */
  readonly messages: number;
  /** The five words that moved it most. */
  readonly words: readonly MovingWord[];
  /** Three different texts of messages that speak most clearly, the first of equal ones. */
  readonly texts: readonly string[];
}

/** A message with what the lexicon says of it. */
export interface Scored {
  readonly item: StreamItem;
  readonly score: number;
}

/** The alert of the messages that a sum consists of. */
export function alertOf(
  side: "up" | "down",
  kept: readonly Scored[],
  lexicon: Lexicon,
  { mean }: Baseline,
): Alert {
  const sign = side === "up" ? 1 : -1;
  const { id, time } = (kept[0] as Scored).item;
  const clearest = [...kept]
    .sort((a, b) => sign * (b.score - a.score))
    .filter(({ score }) => sign * (score - mean) > 0);
  return {
    direction: side === "up" ? "good" : "bad",
    since: id,
    ...(time !== undefined && { sinceTime: time }),
    messages: kept.length,
    words: movingWords(kept, lexicon, sign).slice(0, 5),
    texts: [...new Set(clearest.map(({ item }) => item.text))].slice(0, 3),
  };
}

/** Each word of the lexicon by what it added to the scores in the alert's direction: its number divided by the words found in the message. */
function movingWords(kept: readonly Scored[], lexicon: Lexicon, sign: number): MovingWord[] {
  const moved = new Map<string, number>();
  for (const { item } of kept) {
    const found = item.tokens.filter((token) => lexicon.has(token));
    for (const word of found)
      moved.set(word, (moved.get(word) ?? 0) + (lexicon.get(word) as number) / found.length);
  }
  return [...moved]
    .filter(([, sum]) => sign * sum > 0)
    .sort(([, a], [, b]) => sign * (b - a))
    .map(([word, sum]) => ({ word, moved: sum }));
}
