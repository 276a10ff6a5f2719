import { counted, type Table } from "../base/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";
import type { Model } from "./model.ts";
import type { Example } from "./train-step.ts";

/**
 * Throws RangeError unless both tables have vectors of one width, each word of the example and each node of its path has a
 * row, and there are as many words, where they are given, as input rows. `action` begins the message: "Cannot draw a
 * network". For what shows an example: `trainStep` itself asks for no more than it reads.
 *
 * @example
 * requireExample("Cannot show a step", createModel(2), { inputs: [0], target: 1 }); // undefined
 */
export function requireExample(
  action: string,
  { input, output }: Model,
  { inputs, target, negatives = [], path }: Example,
  words?: readonly string[],
): void {
  if (input.width !== output.width || !(input.width >= 1)) {
    throw new RangeError(
      `${action} as the vectors of both tables must have the same number of numbers, 1 or more: there are ` +
        `${input.width} and ${output.width}. Remedy: make both tables with one vectorSize`,
    );
  }
  if (words !== undefined && words.length !== input.rows) {
    throw new RangeError(
      `${action} as each row of the input table needs a word: there are ${counted(input.rows, "row")} and ` +
        `${counted(words.length, "word")}. Remedy: give vocabulary.words`,
    );
  }
  if (inputs.length === 0) {
    throw new RangeError(
      `${action} as its example must read a word: inputs is empty. Remedy: give at least one id`,
    );
  }
  const row = (name: string, ids: readonly number[], table: Table): void =>
    requireRows(action, name, ids, table);
  row("a word of inputs", inputs, input);
  row("target", [target], path === undefined ? output : input);
  row("a word of negatives", negatives, output);
  if (path === undefined) return;
  row("a node of path", path.points, output);
  requireBranches(action, path);
}

function requireRows(action: string, name: string, ids: readonly number[], { rows }: Table): void {
  const wrong = ids.find((id) => !(Number.isInteger(id) && id >= 0 && id < rows));
  if (wrong === undefined) return;
  throw new RangeError(
    `${action} as ${name} must be the number of a row, 0 to ${rows - 1}: current value is ${wrong}. ` +
      "Remedy: take ids of the vocabulary for which the model was made",
  );
}

function requireBranches(action: string, { points, code }: HuffmanPath): void {
  const isBinary = code.every((branch) => branch === 0 || branch === 1);
  if (points.length > 0 && points.length === code.length && isBinary) return;
  throw new RangeError(
    `${action} as each node of its path needs a branch, 0 or 1: there are ${counted(points.length, "node")} and the ` +
      `branches "${code.join(" ")}". Remedy: give a path of huffmanTree()`,
  );
}
