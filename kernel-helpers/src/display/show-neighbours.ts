import { alignedColumns, escapeControls } from "../base/index.ts";
import { type NeighbourOptions, neighbours, type WordVectors } from "../vectors/index.ts";
import { show } from "./show.ts";

/**
 * Shows each of `words` with its nearest words and their cosines on one line, by `neighbours` and with its options;
 * `count` is 6 unless given. Throws what `neighbours` throws.
 */
export async function showNeighbours(
  vectors: WordVectors,
  words: readonly string[],
  options: NeighbourOptions = {},
): Promise<void> {
  const lines = words.map((word) => {
    const found = neighbours(vectors, word, { count: 6, ...options });
    const text = found.map((near) => `${escapeControls(near.word)} ${near.cosine.toFixed(2)}`).join("  ");
    return [escapeControls(word), text];
  });
  await show(alignedColumns(lines).join("\n"));
}
