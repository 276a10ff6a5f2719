import type { TrainingProgress } from "../train/index.ts";

/** One line of a run's log, with the names that Weights & Biases uses: metrics may have slashes. */
export interface LogRow {
  /** Examples trained so far: the x axis. */
  readonly _step: number;
  /** Seconds trained so far. */
  readonly _runtime: number;
  /** Seconds since 1970. */
  readonly _timestamp: number;
  readonly [metric: string]: number;
}

/** A progress event as a row of a log. `timestamp` is in seconds since 1970. */
export function logRow(progress: TrainingProgress, timestamp: number): LogRow {
  const { examples, seconds, loss, alpha, epoch, tokens, examplesPerSecond } = progress;
  return {
    _step: examples,
    _runtime: seconds,
    _timestamp: timestamp,
    "train/loss": loss,
    "train/alpha": alpha,
    "train/epoch": epoch,
    "train/tokens": tokens,
    "train/examples_per_second": examplesPerSecond,
  };
}

/**
 * A row as a line of JSON. NaN and infinities, which JSON lacks, become the words "NaN", "Infinity", "-Infinity", which
 * Python's float() reads.
 *
 * @example
 * jsonLine({ _step: 1, loss: NaN }); // '{"_step":1,"loss":"NaN"}\n'
 */
export function jsonLine(row: Readonly<Record<string, number>>): string {
  const text = JSON.stringify(row, (_, value) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );
  return `${text}\n`;
}

/**
 * A row as a line of CSV, its values in the order of `columns`; empty where it has none.
 *
 * @example
 * csvLine({ a: 1, c: 2 }, ["a", "b", "c"]); // "1,,2\n"
 */
export function csvLine(row: Readonly<Record<string, number>>, columns: readonly string[]): string {
  return `${columns.map((column) => row[column] ?? "").join(",")}\n`;
}
