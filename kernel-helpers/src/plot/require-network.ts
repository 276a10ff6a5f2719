import { counted, type Table } from "../base/index.ts";
import { type Example, type Model, requireExample } from "../model/index.ts";
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
  requireExample(action, { input, output }, example, words);
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
