import { paceText } from "../base/index.ts";
import type { CorpusProgress } from "../corpus/index.ts";

/** How far the counting and encoding of a corpus is. */
export interface EncodingProgress extends CorpusProgress {
  /** Words counted so far. */
  readonly words: number;
  /** Seconds since the start. */
  readonly seconds: number;
}

/**
 * The progress in one line: the share of the bytes, where it is known how many there are, the rate, the time left.
 *
 * @example
 * encodingLine({ bytes: 25e5, totalBytes: 1e7, words: 4e5, seconds: 2 }); // "reading: 25 % of 10.0 MB · 200,000 words/s · 6.0 s left"
 * encodingLine({ bytes: 25e8, totalBytes: Infinity, words: 4e5, seconds: 2 }); // "reading: 2.5 GB · 200,000 words/s"
 */
export function encodingLine({ bytes, totalBytes, words, seconds }: EncodingProgress): string {
  const share = bytes / totalBytes;
  const done = Number.isFinite(totalBytes)
    ? `${Math.floor(100 * share)} % of ${sizeText(totalBytes)}`
    : sizeText(bytes);
  const pace = paceText({
    perSecond: words / seconds,
    secondsLeft: seconds / share - seconds,
    unit: "words",
  });
  return [`reading: ${done}`, ...(pace === "" ? [] : [pace])].join(" · ");
}

function sizeText(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
