import { counted, type Table } from "../base/index.ts";
import type { Example, Model } from "../model/index.ts";
import { requireFinite } from "./require-drawable.ts";

const action = "Cannot draw a network";

/** Throws RangeError unless the tables, the example and the words belong together. */
export function requireNetwork(
  model: Model | { readonly input: Table },
  example: Example,
  words: readonly string[] | undefined,
): void {
  const { input, output = input } = model as Partial<Model> & { readonly input: Table };
  if (!("output" in model)) requireBigram(input, example);
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
  const { inputs, target, negatives = [], path } = example;
  if (inputs.length === 0) {
    throw new RangeError(
      `${action} as its example must read a word: inputs is empty. Remedy: give at least one id`,
    );
  }
  requireRows("a word of inputs", inputs, input);
  if (path === undefined) requireRows("target", [target], output);
  else requireRows("target", [target], input);
  requireRows("a word of negatives", negatives, output);
  if (path) requirePath(path, output);
  for (const [name, { data }] of Object.entries({ input, output }))
    requireFinite(action, named(data, `a number of the ${name} table`));
}

function requireBigram({ rows, width }: Table, { inputs, negatives, path }: Example): void {
  if (rows === width && inputs.length <= 1 && negatives === undefined && path === undefined) return;
  throw new RangeError(
    `${action} of one table as it must have a column for each row, and its example one input word and neither ` +
      `negatives nor a path: the table has ${counted(rows, "row")} and ${counted(width, "column")}, the example ` +
      `${counted(inputs.length, "input word")}. Remedy: give a model with an output table`,
  );
}

function* named(
  data: Iterable<number>,
  name: string,
): Generator<{ readonly name: string; readonly value: number }> {
  for (const value of data) yield { name, value };
}

function requireRows(name: string, ids: readonly number[], { rows }: Table): void {
  const wrong = ids.find((id) => !(Number.isInteger(id) && id >= 0 && id < rows));
  if (wrong === undefined) return;
  throw new RangeError(
    `${action} as ${name} must be the number of a row, 0 to ${rows - 1}: current value is ${wrong}. ` +
      "Remedy: take ids of the vocabulary for which the model was made",
  );
}

function requirePath({ points, code }: NonNullable<Example["path"]>, output: Table): void {
  requireRows("a node of path", points, output);
  if (
    points.length > 0 &&
    points.length === code.length &&
    code.every((branch) => branch === 0 || branch === 1)
  )
    return;
  throw new RangeError(
    `${action} as each node of its path needs a branch, 0 or 1: there are ${counted(points.length, "node")} and the ` +
      `branches "${code.join(" ")}". Remedy: give a path of huffmanTree()`,
  );
}
