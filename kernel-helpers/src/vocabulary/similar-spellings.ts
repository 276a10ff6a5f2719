/**
 * Words at an edit distance of at most `distance` from `word`, nearest first, then in the given order; at most
 * `count`. Distance: insertions, deletions and replacements of one UTF-16 unit (Levenshtein 1966).
 *
 * @example
 * similarSpellings("goverment", ["govern", "government", "goad"]); // ["government"]
 */
export function similarSpellings(
  word: string,
  words: readonly string[],
  { count = 3, distance = 2 }: SpellingOptions = {},
): string[] {
  const found: { readonly word: string; readonly edits: number }[] = [];
  for (const other of words) {
    if (Math.abs(other.length - word.length) > distance) continue;
    const edits = editDistance(word, other);
    // Two edits turn any word of two letters into any other, which is not a similar spelling.
    if (edits <= distance && edits < word.length) found.push({ word: other, edits });
  }
  return found
    .sort((a, b) => a.edits - b.edits)
    .slice(0, count)
    .map((entry) => entry.word);
}

/** Options of `similarSpellings`. */
export interface SpellingOptions {
  /** Maximum number of words to return. */
  readonly count?: number;
  /** Largest edit distance. */
  readonly distance?: number;
}

/** D[i][j] = min(D[i-1][j] + 1, D[i][j-1] + 1, D[i-1][j-1] + (a_i ≠ b_j)), one row of D at a time. */
function editDistance(a: string, b: string): number {
  const above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = above[0] as number;
    above[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      diagonal = above[j] as number;
      above[j] = Math.min(diagonal + 1, (above[j - 1] as number) + 1, replaced);
    }
  }
  return above[b.length] as number;
}
