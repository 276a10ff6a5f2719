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

/** What the messages since a sum was last 0 have in common; each is counted as it comes, and none is kept but the clearest. */
export interface Evidence {
  /** Counts one more message. */
  add(item: StreamItem, score: number): void;
  /** The alert that rests on the messages so far. Throws Error before the first one. */
  alert(): Alert;
}

const WORDS = 5; // that an alert names
const TEXTS = 3;

/** No evidence yet for a move to one side, in a stream whose scores have this mean in quiet times. */
export function evidence(side: "up" | "down", lexicon: Lexicon, { mean }: Baseline): Evidence {
  const sign = side === "up" ? 1 : -1;
  const moved = new Map<string, number>();
  let clearest: { readonly text: string; readonly clear: number }[] = [];
  let first: StreamItem | undefined;
  let messages = 0;
  return {
    add(item, score) {
      first ??= item;
      messages++;
      const found = item.tokens.filter((token) => lexicon.has(token));
      for (const word of found)
        moved.set(word, (moved.get(word) ?? 0) + (lexicon.get(word) as number) / found.length);
      const clear = sign * (score - mean);
      if (clear <= 0 || clearest.some(({ text }) => text === item.text)) return;
      // stable: of equal ones the first stays
      clearest = [...clearest, { text: item.text, clear }].sort((a, b) => b.clear - a.clear).slice(0, TEXTS);
    },
    alert() {
      if (first === undefined) throw new Error("Cannot tell what an alert rests on: no message was counted");
      return {
        direction: side === "up" ? "good" : "bad",
        since: first.id,
        ...(first.time !== undefined && { sinceTime: first.time }),
        messages,
        words: movingWords(moved, sign).slice(0, WORDS),
        texts: clearest.map(({ text }) => text),
      };
    },
  };
}

/** The words that moved the scores in the alert's direction, the strongest first. */
function movingWords(moved: ReadonlyMap<string, number>, sign: number): MovingWord[] {
  return [...moved]
    .filter(([, sum]) => sign * sum > 0)
    .sort(([, a], [, b]) => sign * (b - a))
    .map(([word, sum]) => ({ word, moved: sum }));
}
