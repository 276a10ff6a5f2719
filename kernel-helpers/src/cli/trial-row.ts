import type { TrialResult, Tuning } from "../classify/index.ts";

/** One line of a log of trials, with the names that Weights & Biases uses. */
export interface TrialRow {
  /** Number of the line, from 1. */
  readonly _step: number;
  /** Seconds of all trials so far. */
  readonly _runtime: number;
  /** Seconds since 1970. */
  readonly _timestamp: number;
  readonly trial: number;
  readonly epochs: number;
  readonly tuning: Tuning;
  readonly rank: number;
  readonly alpha: number;
  readonly batch_size: number;
  readonly best_epoch: number;
  readonly seconds: number;
  readonly "train/loss": Loss;
  readonly "train/accuracy": number;
  readonly "validation/loss": Loss;
  readonly "validation/accuracy": number;
}

/** A loss as JSON can hold it: that of a trial that has diverged is a word, which Python's float() reads. */
type Loss = number | "Infinity";

/** A row as a line of JSON. */
export function lineOf(row: TrialRow): string {
  return `${JSON.stringify(row)}\n`;
}

/** The row behind `last`. */
export function rowOf(
  { trial, settings, epochs, best, train, validation, seconds }: TrialResult,
  last?: TrialRow,
): TrialRow {
  return {
    _step: (last?._step ?? 0) + 1,
    _runtime: (last?._runtime ?? 0) + seconds,
    _timestamp: Date.now() / 1000,
    trial,
    epochs,
    tuning: settings.tuning,
    rank: settings.rank,
    alpha: settings.alpha,
    batch_size: settings.batchSize,
    best_epoch: best,
    seconds,
    "train/loss": keptLoss(train.loss),
    "train/accuracy": train.accuracy,
    "validation/loss": keptLoss(validation.loss),
    "validation/accuracy": validation.accuracy,
  };
}

/** The trial of a row. */
export function resultOf(row: TrialRow): TrialResult {
  const { trial, epochs, tuning, rank, alpha, batch_size: batchSize, best_epoch: best, seconds } = row;
  const scores = (part: "train" | "validation"): TrialResult["train"] => ({
    loss: Number(row[`${part}/loss`]),
    accuracy: row[`${part}/accuracy`],
  });
  const settings = { tuning, rank, batchSize, alpha };
  return { trial, settings, epochs, best, train: scores("train"), validation: scores("validation"), seconds };
}

function keptLoss(loss: number): Loss {
  return Number.isFinite(loss) ? loss : "Infinity";
}

/** Whether a value has the fields of a row, with numbers that a trial can have. */
export function isTrialRow(value: unknown): value is TrialRow {
  const row = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isNumber = (name: string, least: number, most: number): boolean =>
    typeof row[name] === "number" && row[name] >= least && row[name] <= most;
  return (
    ["_step", "_runtime", "_timestamp", "trial", "epochs", "seconds"].every((name) =>
      isNumber(name, 0, Number.MAX_VALUE),
    ) &&
    isNumber("best_epoch", 0, row.epochs as number) &&
    ["train", "validation"].every(
      (part) =>
        (row[`${part}/loss`] === "Infinity" || isNumber(`${part}/loss`, 0, Number.MAX_VALUE)) &&
        isNumber(`${part}/accuracy`, 0, 1),
    )
  );
}
