import { requireInteger } from "../base/index.ts";

/** Texts as rows of word ids of one length, as tensors need them. */
export interface PaddedIds {
  /** Number of texts: N. */
  readonly rows: number;
  /** Places in a row: L. */
  readonly width: number;
  /** Word ids, and `padding` behind the end of a text, shape (N, L). */
  readonly ids: Int32Array;
  /** 1 where a word stands and 0 where padding does, shape (N, L). */
  readonly mask: Float32Array;
}

/** Options of `paddedIds`. */
export interface PaddedOptions {
  /** Places in a row; longer texts are cut. Default: the length of the longest text. */
  readonly width?: number;
  /** The id that fills a row. It stands where the mask is 0, so that its vector must count for nothing. Default: 0. */
  readonly padding?: number;
}

/**
 * Texts of different lengths as a table of ids with a mask.
 *
 * @example
 * [...paddedIds([[7, 8, 9], [5]]).ids]; // [7, 8, 9, 5, 0, 0]
 * [...paddedIds([[7, 8, 9], [5]]).mask]; // [1, 1, 1, 1, 0, 0]
 */
export function paddedIds(
  texts: readonly ArrayLike<number>[],
  { width = longestOf(texts), padding = 0 }: PaddedOptions = {},
): PaddedIds {
  requireInteger("Cannot pad the texts", { width }, 1);
  requireInteger("Cannot pad the texts", { padding }, 0);
  const ids = new Int32Array(texts.length * width).fill(padding);
  const mask = new Float32Array(ids.length);
  texts.forEach((text, i) => {
    const length = Math.min(text.length, width);
    for (let at = 0; at < length; at++) ids[i * width + at] = text[at] as number;
    mask.fill(1, i * width, i * width + length);
  });
  return { rows: texts.length, width, ids, mask };
}

function longestOf(texts: readonly ArrayLike<number>[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 1);
}
