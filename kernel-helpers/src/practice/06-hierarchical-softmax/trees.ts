import type { Random } from "../../base/index.ts";
import { randomBelow, row } from "../../base/index.ts";
import type { Model } from "../../model/index.ts";
import type { HuffmanPath } from "../../vocabulary/index.ts";
import { randomModel } from "../random-inputs.ts";
import { LONG, setScores } from "../score-edges.ts";

/** Any binary tree of `words` words: two random parts are joined until one is left, and the nodes are numbered at random. */
export function randomTree(words: number, random: Random): HuffmanPath[] {
  const paths = Array.from({ length: words }, () => ({ points: [] as number[], code: [] as number[] }));
  const numbers = paths.slice(1).map((_, node) => node);
  const parts = paths.map((path) => [path]);
  const taken = <T>(list: T[]): T => list.splice(randomBelow(list.length, random), 1)[0] as T;
  while (parts.length > 1) {
    const node = taken(numbers);
    const joined = [0, 1].map((branch) => {
      const part = taken(parts);
      for (const { points, code } of part) {
        points.unshift(node);
        code.unshift(branch);
      }
      return part;
    });
    parts.push(joined.flat());
  }
  return paths;
}

/** A path of nodes below 5, with its branches. */
export const somePaths: readonly HuffmanPath[] = [
  { points: [3, 0, 2], code: [0, 1, 1] },
  { points: [3, 1], code: [1, 0] },
  { points: [3], code: [0] },
  { points: [3], code: [1] },
  { points: [2, 3, 1, 0], code: [1, 1, 0, 1] },
  { points: [0, 1, 2, 3], code: [0, 0, 0, 0] },
  { points: [1, 3, 2], code: [1, 1, 1] },
];

/** A path of two nodes with both branches, and scores at which a σ or a logarithm goes wrong that is computed as it stands. */
export const scoredPaths: readonly (readonly [HuffmanPath, readonly [number, number]])[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
].flatMap((code) =>
  [6.5, 9, 15, 40, 800].flatMap((size): (readonly [HuffmanPath, readonly [number, number]])[] => [
    [{ points: [2, 0], code }, [size, -1]],
    [{ points: [2, 0], code }, [-size, 0.5]],
    [{ points: [2, 0], code }, [-1, size]],
    [{ points: [2, 0], code }, [0.5, -size]],
  ]),
);

/** A model of four words in which the input vector of word 1 has these scores with the nodes 2 and 0. */
export function scoredModel([first, second]: readonly [number, number], random: Random): Model {
  const { input, output } = randomModel(4, 2, random);
  const model = { input: { ...input, data: input.data.map((x) => LONG * x) }, output };
  setScores(model.output, row(model.input, 1), [second, undefined, first]);
  return model;
}
