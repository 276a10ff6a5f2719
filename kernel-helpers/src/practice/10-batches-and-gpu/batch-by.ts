import { addScaled, dot, row, type Table } from "../../base/index.ts";
import { type Model, type OutputErrors, outputErrors } from "../../model/index.ts";
import { stepBy } from "../gradients-by.ts";
import type { BatchOutcome } from "./on-tables.ts";

type Words = readonly (readonly number[])[];

/** What `batchBy` can do differently from the right step. */
export interface BatchByOptions {
  /** What each gradient is multiplied by. Default: 1. */
  readonly factor?: number;
  /** Adds scale · gradients to the rows of the table. Default: every gradient is added. */
  readonly scatter?: (table: Table, gradients: readonly Gradient[], scale: number) => void;
  /** If true, the centers' gradients use the old errors and the output vectors after their update. */
  readonly late?: boolean;
}

/** The gradient of one row at one place of a batch. */
export interface Gradient {
  /** The row. */
  readonly id: number;
  /** Its gradient, shape (d). */
  readonly values: Float64Array;
}

/** A step on a batch in float64, pair by pair, in place: the right step by default, or a wrong one. */
export function batchBy(
  model: Model,
  centers: readonly number[],
  words: Words,
  alpha: number,
  { factor = 1, scatter = addAll, late = false }: BatchByOptions = {},
): BatchOutcome {
  const places = placesOf(model, centers, words);
  const inputs = (): Gradient[] => places.map((place) => toCenter(model, place));
  const outputs = places.flatMap((place) => toWords(model, place));
  const early = inputs();
  scatter(model.output, outputs, -alpha * factor);
  scatter(model.input, late ? inputs() : early, -alpha * factor);
  return { loss: meanLoss(places) };
}

/** A wrong step: takes the pairs one after the other, each with the tables that the previous one changed. */
export function oneByOne(
  model: Model,
  centers: readonly number[],
  words: Words,
  alpha: number,
): BatchOutcome {
  const loss = meanLoss(placesOf(model, centers, words));
  centers.forEach((center, b) => {
    const [context = 0, ...negatives] = words[b] ?? [];
    stepBy(model, { center, context }, negatives, alpha);
  });
  return { loss };
}

/** Mean of -Σ_j log σ(±z_j) over the pairs, where + stands for the context word, with another log σ. */
export function meanLossBy(
  { input, output }: Model,
  centers: readonly number[],
  words: Words,
  logSigmoid: (z: number) => number,
): number {
  const losses = centers.flatMap((center, b) =>
    (words[b] ?? []).map((word, j) => {
      const z = dot(row(output, word), row(input, center));
      return -logSigmoid(j === 0 ? z : -z);
    }),
  );
  return losses.reduce((sum, loss) => sum + loss / centers.length, 0);
}

/** Each id's row gets only its last gradient, since every write starts from the old table. */
export function lastWriteWins(table: Table, gradients: readonly Gradient[], scale: number): void {
  const last = new Map(gradients.map((gradient) => [gradient.id, gradient]));
  addAll(table, [...last.values()], scale);
}

function addAll(table: Table, gradients: readonly Gradient[], scale: number): void {
  for (const { id, values } of gradients) {
    addScaled(row(table, id), scale, values);
  }
}

/** One pair of a batch: its words, their errors e_bj, and its loss. */
interface Place extends OutputErrors {
  readonly center: number;
}

function placesOf(model: Model, centers: readonly number[], words: Words): Place[] {
  return centers.map((center, b) => {
    const [target = 0, ...negatives] = words[b] ?? [];
    return { center, ...outputErrors(model, { inputs: [center], target, negatives }) };
  });
}

function meanLoss(places: readonly Place[]): number {
  return places.reduce((sum, { loss }) => sum + loss / places.length, 0);
}

/** Σ_j e_bj u_j, the gradient of the center. */
function toCenter({ output }: Model, { center, words, errors }: Place): Gradient {
  const values = new Float64Array(output.width);
  for (const [j, error] of errors.entries()) addScaled(values, error, row(output, words[j] as number));
  return { id: center, values };
}

/** e_bj v_c for each word of the pair. */
function toWords({ input }: Model, { center, words, errors }: Place): Gradient[] {
  const v = row(input, center);
  return Array.from(errors, (error, j) => ({ id: words[j] as number, values: v.map((x) => error * x) }));
}
