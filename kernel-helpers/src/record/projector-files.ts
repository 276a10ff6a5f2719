import type { Numbers, Table } from "../base/index.ts";

/** The names of the projector's files. */
export const projectorNames = ["tensors.tsv", "metadata.tsv", "projector_config.pbtxt"] as const;

/** A file of text. */
export interface TextFile {
  /** Its name in the log folder. */
  readonly name: string;
  /** Its content. */
  readonly text: string;
}

/**
 * The three files that TensorBoard's embedding projector needs to show word vectors: tensors.tsv (a vector on each line),
 * metadata.tsv (word and count, with a head line) and projector_config.pbtxt, which names both. `table` has shape
 * (V, d) in the order of `words`; `counts` has shape (V). Throws RangeError for a word with a tab or a line end.
 */
export function projectorFiles(
  words: readonly string[],
  counts: ArrayLike<number>,
  table: Table<Numbers>,
): TextFile[] {
  const bad = words.find((word) => /[\t\n\r]/.test(word));
  if (bad !== undefined) {
    throw new RangeError(
      `Cannot write metadata.tsv as a word must have no tab and no line end: current value is ${JSON.stringify(bad)}`,
    );
  }
  const vectors = words.map((_, id) =>
    Array.from(table.data.subarray(id * table.width, (id + 1) * table.width), sixDigits).join("\t"),
  );
  const config =
    'embeddings {\n  tensor_name: "word vectors"\n  tensor_path: "tensors.tsv"\n  metadata_path: "metadata.tsv"\n}\n';
  const texts = [
    `${vectors.join("\n")}\n`,
    `word\tcount\n${words.map((word, id) => `${word}\t${counts[id]}\n`).join("")}`,
    config,
  ] as const;
  return texts.map((text, i) => ({ name: projectorNames[i] as string, text }));
}

/** Float32 would need more digits, but a picture does not. */
function sixDigits(x: number): string {
  return String(Number(x.toPrecision(6)));
}
