import type { Numbers, Table } from "../base/index.ts";
import { startNumbers } from "../model/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { EngineState } from "./engine.ts";
import type { Settings } from "./options.ts";
import { startPosition } from "./position.ts";

/**
 * The start of a training that goes on with the model of `earlier` on a text of V words, the earlier ones first: their rows stay
 * as they are, and a new word has the row that a new model of this seed has in its place: random in the input table, zero in
 * the output table and in what an optimiser remembers. The count of updates goes on, examples that waited for their batch are
 * left out.
 */
export function grownCheckpoint(
  earlier: Checkpoint,
  {
    words,
    settings,
    backend,
    corpus,
  }: { words: number; settings: Settings; backend: string; corpus: string },
): Checkpoint {
  const { vocabulary: _, engine, ...rest } = earlier;
  const tables = Object.entries(engine.tables).map(
    ([name, table]) => [name, grownTable(table, words)] as const,
  );
  const grown: EngineState = {
    updates: engine.updates,
    tables: Object.fromEntries(tables),
    held: [],
    alphaSum: 0,
    lossSum: 0,
    examples: 0,
  };
  fillFrom(grown.tables.input as Table<Numbers>, earlier.engine.tables.input?.rows ?? 0, settings);
  return { ...rest, backend, settings, corpus, position: startPosition(settings), engine: grown };
}

function grownTable({ data, width }: Table<Numbers>, rows: number): Table<Numbers> {
  const longer =
    data instanceof Float32Array ? new Float32Array(rows * width) : new Float64Array(rows * width);
  longer.set(data);
  return { rows, width, data: longer };
}

/** Gives the rows from `first` on the numbers of a new model. */
function fillFrom({ data, width }: Table<Numbers>, first: number, settings: Settings): void {
  const next = startNumbers(settings);
  for (let i = 0; i < first * width; i++) next();
  for (let i = first * width; i < data.length; i++) data[i] = next();
}
