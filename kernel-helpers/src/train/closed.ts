import type { EncodedCorpus } from "../vocabulary/index.ts";

/** The error of a training that is to go on after its `close()`. */
export function trainingClosed(): Error {
  return new Error(
    "Cannot go on with the training as it was closed. Remedy: close it at the end, or resume it from a checkpoint",
  );
}

/**
 * Reads numbers of the corpus as its `read` does. Throws Error if the corpus gives fewer than it has, which is no end of the
 * text: it was closed.
 */
export function readOpen(
  corpus: Pick<EncodedCorpus, "length" | "read">,
  from: number,
  into: Int32Array,
): number {
  const wanted = Math.max(0, Math.min(into.length, corpus.length - from));
  const found = corpus.read(from, into);
  if (found === wanted) return found;
  throw new Error(
    `Cannot go on with the training as its corpus was closed: it gives ${found} of ${wanted} numbers. ` +
      "Remedy: close the corpus after the training",
  );
}
