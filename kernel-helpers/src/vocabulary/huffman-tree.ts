/** The path from the root of a Huffman tree to a word. */
export interface HuffmanPath {
  /** Inner nodes, starting at the root, shape (L): each is a row of the model's output table. */
  readonly points: readonly number[];
  /** The branch taken at each of them, shape (L): 0 for the lighter node, 1 for the other. */
  readonly code: readonly number[];
}

/**
 * The Huffman tree of a vocabulary, as word2vec.c builds it: the two lightest nodes are joined, the lighter under
 * branch 0, until one is left; frequent words get short codes (Huffman 1952). Returns the path to each word, shape (V);
 * the V - 1 inner nodes are numbered in order of creation, so the root is V - 2. With equal weights an inner node comes
 * before a word, and a word with a higher id before one with a lower. `counts` must fall, as in a vocabulary.
 *
 * Throws RangeError unless there are two words or more and no count is greater than the one before it.
 *
 * @example
 * huffmanTree([4, 2, 1]).map(({ code }) => code.join("")); // ["1", "01", "00"]
 */
export function huffmanTree(counts: ArrayLike<number>): HuffmanPath[] {
  requireFalling(counts);
  const words = counts.length;
  const parents = joinLightest(counts);
  return Array.from({ length: words }, (_, word) => {
    const points: number[] = [];
    const code: number[] = [];
    for (let node = word; node < 2 * words - 2; node = (parents[node] as Parent).node) {
      const { node: parent, branch } = parents[node] as Parent;
      points.unshift(parent - words);
      code.unshift(branch);
    }
    return { points, code };
  });
}

/** The parent of a node, and the branch that leads from it to the node. */
interface Parent {
  readonly node: number;
  readonly branch: 0 | 1;
}

/**
 * The parent of every node except the root: words are nodes 0 to V - 1, followed by the inner nodes in order of
 * creation. Both kinds are read by rising weight, words from the last one and inner nodes from the first, so the
 * lightest node is always one of two.
 */
function joinLightest(counts: ArrayLike<number>): Parent[] {
  const words = counts.length;
  const weights = Float64Array.from({ length: 2 * words - 1 }, (_, node) => counts[node] ?? 0);
  const parents: Parent[] = [];
  let [word, inner] = [words - 1, words];
  for (let made = words; made < 2 * words - 1; made++) {
    for (const branch of [0, 1] as const) {
      const takesWord =
        word >= 0 && (inner === made || (weights[word] as number) < (weights[inner] as number));
      const lightest = takesWord ? word-- : inner++;
      parents[lightest] = { node: made, branch };
      weights[made] = (weights[made] as number) + (weights[lightest] as number);
    }
  }
  return parents;
}

function requireFalling(counts: ArrayLike<number>): void {
  if (!(counts.length >= 2)) {
    throw new RangeError(
      `Cannot build a Huffman tree: at least two words are needed, but there are ${counts.length}`,
    );
  }
  for (let word = 1; word < counts.length; word++) {
    if ((counts[word] as number) <= (counts[word - 1] as number)) continue;
    throw new RangeError(
      `Cannot build a Huffman tree: counts must not rise from word to word, but count ${word} is ${counts[word]} ` +
        `after ${counts[word - 1]}. Remedy: use the counts of buildVocabulary()`,
    );
  }
}
