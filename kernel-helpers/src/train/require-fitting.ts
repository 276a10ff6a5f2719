import { slotNames } from "../optimize/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Settings } from "./options.ts";

/** What the tables and the position of a checkpoint must fit. */
export interface Fitting {
  /** V, the number of words. */
  readonly words: number;
  /** The number of sentences in a pass. */
  readonly sentences: number;
  readonly settings: Settings;
}

/**
 * Throws RangeError unless the tables of the checkpoint have the names and shapes that its settings give, and its position
 * and the examples that wait lie within the corpus: before an engine takes memory for such tables.
 */
export function requireFitting(
  { engine, position, by }: Checkpoint,
  { words, sentences, settings }: Fitting,
): void {
  requireTables("Cannot resume", { engine, by }, words, settings);
  const { epoch, sentence } = position;
  if (epoch > settings.epochs + 1) throw unfitting("epoch", `<= ${settings.epochs + 1}`, epoch);
  if (sentence > sentences) throw unfitting("sentence", `<= ${sentences}`, sentence);
  for (const { inputs, target, negatives = [], path } of engine.held) {
    const outside = [...inputs, target, ...negatives, ...(path?.points ?? [])].find((id) => id >= words);
    if (outside !== undefined) throw unfitting("words of waiting examples", `below ${words}`, outside);
  }
}

/** Throws RangeError unless the tables of the checkpoint have the names and shapes that so many words and the settings give. */
export function requireTables(
  action: string,
  { engine, by }: Pick<Checkpoint, "engine" | "by">,
  words: number,
  settings: Settings,
): void {
  const wanted = ["input", "output", ...slotNames(settings.optimizer)].sort().join(", ");
  const found = Object.keys(engine.tables).sort().join(", ");
  if (found !== wanted) throw unfitting("tables", wanted, found, action);
  const [shape, type] = [`${words} × ${settings.vectorSize}`, by === "reference" ? "float64" : "float32"];
  for (const [name, { rows, width, data }] of Object.entries(engine.tables)) {
    const has = `${rows} × ${width} ${data instanceof Float32Array ? "float32" : "float64"}`;
    if (has !== `${shape} ${type}`) throw unfitting(`table ${name}`, `${shape} ${type}`, has, action);
  }
}

function unfitting(
  name: string,
  wanted: string,
  found: string | number,
  action = "Cannot resume",
): RangeError {
  return new RangeError(
    `${action} as the checkpoint's ${name} must be ${wanted}: current value is ${found}. ` +
      "Remedy: another checkpoint, or train again from the start",
  );
}
