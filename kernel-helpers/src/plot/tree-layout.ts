import { counted } from "../base/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";

/** A node or leaf of a drawn tree. */
export interface TreePlace {
  /** The branches from the root to it, such as "010"; "" for the root. */
  readonly code: string;
  /** The number of the inner node, or the word of the leaf. */
  readonly name: string;
  /** Whether it is a leaf. */
  readonly leaf: boolean;
  /** Its place from top to bottom: a whole number for a leaf, the middle of its two branches for an inner node. */
  readonly y: number;
}

const action = "Cannot draw a tree";

/**
 * The places of all nodes and leaves of a binary tree, by their codes: leaves stand below one another in the order of their
 * codes, so that no two branches cross. Throws RangeError unless the paths are those of one tree whose leaves are the
 * words.
 */
export function treeLayout(
  paths: readonly HuffmanPath[],
  words: readonly string[],
): ReadonlyMap<string, TreePlace> {
  requirePaths(paths, words);
  const nodes = nodesOf(paths, words);
  const leaves = new Map(paths.map((path, word) => [codeOf(path), words[word] as string]));
  const places = new Map<string, TreePlace>();
  let rows = 0;
  const place = (code: string): number => {
    const name = nodes.get(code);
    const word = leaves.get(code);
    if (name === undefined && word === undefined) {
      throw new RangeError(
        `${action} as each branch must lead to a node or a word: no path takes branch ${code.at(-1)} of node ` +
          `${nodes.get(code.slice(0, -1))}. Remedy: give the paths to all words of the tree`,
      );
    }
    const y = word === undefined ? (place(`${code}0`) + place(`${code}1`)) / 2 : rows++;
    places.set(code, { code, name: word ?? String(name), leaf: word !== undefined, y });
    return y;
  };
  place("");
  return places;
}

/** A code as text: "010". */
export function codeOf({ code }: HuffmanPath): string {
  return code.join("");
}

function requirePaths(paths: readonly HuffmanPath[], words: readonly string[]): void {
  if (paths.length !== words.length || words.length < 2) {
    throw new RangeError(
      `${action} as it needs one path for each word, and two words or more: there are ` +
        `${counted(paths.length, "path")} and ${counted(words.length, "word")}`,
    );
  }
  paths.forEach(({ points, code }, word) => {
    const wrong = code.find((branch) => branch !== 0 && branch !== 1);
    if (points.length === code.length && wrong === undefined) return;
    throw new RangeError(
      `${action} as each node of a path needs a branch, 0 or 1: the path to "${words[word]}" has ` +
        `${counted(points.length, "node")} and the branches "${code.join(" ")}". Remedy: give paths of huffmanTree()`,
    );
  });
}

/** The inner nodes by their codes. */
function nodesOf(paths: readonly HuffmanPath[], words: readonly string[]): ReadonlyMap<string, number> {
  const nodes = new Map<string, number>();
  const leaves = new Set<string>();
  paths.forEach((path, word) => {
    const code = codeOf(path);
    path.points.forEach((node, depth) => {
      const known = nodes.get(code.slice(0, depth));
      if (known !== undefined && known !== node) {
        throw new RangeError(
          `${action} as one place of it must be one node: the path to "${words[word]}" has node ${node} where another ` +
            `has node ${known}. Remedy: give paths of one tree`,
        );
      }
      nodes.set(code.slice(0, depth), node);
    });
    leaves.add(code);
  });
  const shared = paths.findIndex((path) => nodes.has(codeOf(path)));
  if (shared < 0 && leaves.size === words.length) return nodes;
  const word = words[Math.max(shared, 0)];
  throw new RangeError(
    `${action} as each word must be a leaf of its own: ` +
      (shared < 0 ? "two words have one code" : `the path of another word goes through "${word}"`),
  );
}
