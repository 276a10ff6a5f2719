import { host } from "#host";
import type { TrialResult, Tuning } from "../classify/index.ts";
import { configPath } from "../record/index.ts";

/** The log of a search: a line for each trial, from which the search can go on. */
export interface TrialLog {
  /** The trials that it had. */
  readonly earlier: readonly TrialResult[];
  /** Adds one; when the promise resolves the system has its line. */
  add(result: TrialResult): Promise<void>;
}

/** One line, with the names that Weights & Biases uses. */
interface TrialRow {
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
  readonly "train/loss": number;
  readonly "train/accuracy": number;
  readonly "validation/loss": number;
  readonly "validation/accuracy": number;
}

/**
 * Opens the log `path`, or begins it, with `config` beside it as .config.json. Throws RangeError if it was begun with another config: its trials would not be those of
 * this search. A last line that a crash has cut is dropped.
 */
export async function openTrialLog(path: string, config: object): Promise<TrialLog> {
  const text = `${JSON.stringify(config, undefined, 2)}\n`;
  const known = await textOf(configPath(path));
  const log = await textOf(path);
  const rows = log === undefined || known === undefined ? [] : rowsOf(path, log);
  if (rows.length > 0 && known !== text) throw otherSearch(path, known as string, config);
  await host.write(configPath(path), new TextEncoder().encode(text));
  await host.write(path, new TextEncoder().encode(rows.map(lineOf).join("")));
  const all = [...rows];
  return {
    earlier: rows.map(resultOf),
    async add(result) {
      const row = rowOf(result, all.at(-1));
      all.push(row);
      await host.append(path, new TextEncoder().encode(lineOf(row)));
    },
  };
}

function otherSearch(path: string, known: string, config: object): RangeError {
  const before = JSON.parse(known) as Record<string, unknown>;
  const name = [...new Set([...Object.keys(before), ...Object.keys(config)])].find(
    (key) => JSON.stringify(before[key]) !== JSON.stringify((config as Record<string, unknown>)[key]),
  ) as string;
  return new RangeError(
    `Cannot continue the search in ${path} as ${name} must be ${JSON.stringify(before[name])}, with which it was begun: ` +
      `current value is ${JSON.stringify((config as Record<string, unknown>)[name])}. Remedy: the same again, or another --log`,
  );
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await host.read(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function rowsOf(path: string, log: string): TrialRow[] {
  const lines = log.split("\n").slice(0, -1); // behind the last line's end stands nothing, or a line that was cut
  return lines.map((line, i) => {
    const row = parsed(line);
    if (row?._step === i + 1 && typeof row["validation/loss"] === "number") return row as TrialRow;
    throw new RangeError(
      `Cannot continue the search in ${path} as line ${i + 1} is no trial. Remedy: another --log`,
    );
  });
}

function parsed(line: string): Partial<TrialRow> | undefined {
  try {
    return JSON.parse(line) as Partial<TrialRow>;
  } catch {
    return undefined;
  }
}

function lineOf(row: TrialRow): string {
  return `${JSON.stringify(row)}\n`;
}

function rowOf(
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
    "train/loss": train.loss,
    "train/accuracy": train.accuracy,
    "validation/loss": validation.loss,
    "validation/accuracy": validation.accuracy,
  };
}

function resultOf(row: TrialRow): TrialResult {
  const { trial, epochs, tuning, rank, alpha, batch_size: batchSize, best_epoch: best, seconds } = row;
  const scores = (part: "train" | "validation"): TrialResult["train"] => ({
    loss: row[`${part}/loss`],
    accuracy: row[`${part}/accuracy`],
  });
  const settings = { tuning, rank, alpha, batchSize };
  return { trial, settings, epochs, best, train: scores("train"), validation: scores("validation"), seconds };
}
