/** Precision, recall and F1 of words. */
export interface WordScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * How well texts are divided into words: a word is right if it begins and ends where a word of the gold does.
 *
 *   P = right / found, R = right / gold, F1 = 2 P R / (P + R)      (Sproat and Emerson 2003)
 *
 * Both are lists of words for each text, in the order of the text; what neither has may be left out.
 */
export function wordScore(
  texts: readonly string[],
  gold: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
): WordScore {
  let [right, inGold, inFound] = [0, 0, 0];
  for (const [i, text] of texts.entries()) {
    const wanted = spans(text, gold[i] ?? []);
    const got = spans(text, found[i] ?? []);
    inGold += wanted.size;
    inFound += got.size;
    for (const span of got) if (wanted.has(span)) right++;
  }
  const [precision, recall] = [right / inFound, right / inGold];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Start and end of each word in the text. */
function spans(text: string, words: readonly string[]): Set<string> {
  const found = new Set<string>();
  let from = 0;
  for (const word of words) {
    const start = text.indexOf(word, from);
    if (start < 0) throw new RangeError(`Cannot find the word "${word}" behind character ${from}: ${text}`);
    from = start + word.length;
    found.add(`${start}-${from}`);
  }
  return found;
}
