import { row } from "../base/index.ts";
import type { Example, Model, StepTrace, TracedOutput } from "../model/index.ts";
import type { NetworkParts, NetworkRow, NetworkTable, Scored } from "./drawn-network.ts";

/** Tables of at most so many rows are drawn whole; of larger ones at most so many of the rows in question. */
const [MOST_WHOLE, MOST_CHOSEN] = [12, 20];

/** So many words at most of a softmax over a large vocabulary: those with the highest ŷ. */
const MOST_PROBABLE = 10;

/** The parts of `trace`, the step of `example`, by the names of the words. */
export function networkParts(
  model: Model,
  { target }: Example,
  trace: StepTrace,
  words: readonly string[],
): Omit<NetworkParts, "tables"> {
  const name = (word: number): string => words[word] ?? String(word);
  return {
    layer: trace.layer,
    inputs: inputTable(model, trace, name),
    h: trace.h,
    places: trace.inputs.length,
    outputs: outputTable(model, trace, name, target),
    loss: trace.loss,
    target: name(target),
    scores: trace.outputs.length,
  };
}

function inputTable({ input }: Model, { inputs }: StepTrace, name: (word: number) => string): NetworkTable {
  const times = countsOf(inputs.map(({ word }) => word));
  return tableOf(input.rows, [...times.keys()], (word) => ({
    name: repeated(name(word), times.get(word) ?? 0),
    numbers: [...row(input, word)],
    role: times.has(word) ? "read" : "other",
  }));
}

function outputTable(
  { input, output }: Model,
  { layer, outputs }: StepTrace,
  name: (word: number) => string,
  target: number,
): NetworkTable {
  const path = layer === "hierarchical softmax";
  const byRow = placesByRow(outputs);
  const unused = path && output.rows === input.rows && !byRow.has(output.rows - 1) ? 1 : 0; // a tree has V - 1 nodes
  const roleOf = (j: number): NetworkRow["role"] => {
    if (path ? byRow.has(j) : j === target) return "seen";
    return layer === "negative sampling" && byRow.has(j) ? "noise" : "other";
  };
  const drawn = (j: number): NetworkRow => {
    const places = byRow.get(j) ?? [];
    const noise = layer === "negative sampling" ? places.filter(({ label }) => label === 0).length : 0;
    return {
      name: path ? `node ${j}` : repeated(name(j), noise),
      numbers: [...row(output, j)],
      role: roleOf(j),
      ...(places[0] && { scored: scoredOf(places, layer) }),
    };
  };
  if (layer !== "softmax") {
    const table = tableOf(output.rows - unused, [...byRow.keys()], drawn);
    return path && table.more === 0 ? { ...table, rows: [...table.rows].reverse() } : table; // the root comes first
  }
  const others = outputs.filter((one) => one.row !== target).sort((a, b) => b.probability - a.probability);
  const most = others.slice(0, MOST_PROBABLE - 1).map((one) => one.row);
  const table = tableOf(output.rows, [target, ...most], drawn);
  const shown = table.rows.reduce((sum, { scored }) => sum + (scored?.probability ?? 0), 0);
  return table.more > 0 ? { ...table, rest: Math.max(0, 1 - shown) } : table;
}

function scoredOf(places: readonly TracedOutput[], layer: StepTrace["layer"]): Scored {
  const { score, probability, label } = places[0] as TracedOutput;
  if (layer === "softmax") return { score, probability, mark: "" };
  if (layer === "negative sampling")
    return { score, probability, mark: [...new Set(places.map((one) => one.label))].join(", ") };
  return { score, probability: label === 1 ? probability : 1 - probability, mark: String(1 - label) };
}

/** All rows of a small table in order; of a large one the first of those in question. */
function tableOf(
  rows: number,
  chosen: readonly number[],
  drawn: (index: number) => NetworkRow,
): NetworkTable {
  const whole = rows <= MOST_WHOLE;
  const shown = whole ? Array.from({ length: rows }, (_, index) => index) : chosen.slice(0, MOST_CHOSEN);
  return { rows: shown.map(drawn), more: rows - shown.length };
}

function placesByRow(outputs: readonly TracedOutput[]): ReadonlyMap<number, readonly TracedOutput[]> {
  const places = new Map<number, TracedOutput[]>();
  for (const one of outputs) places.set(one.row, [...(places.get(one.row) ?? []), one]);
  return places;
}

function countsOf(words: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** A name with how often it stands there, if that is more than once. */
function repeated(name: string, times: number): string {
  return times > 1 ? `${name} ×${times}` : name;
}
