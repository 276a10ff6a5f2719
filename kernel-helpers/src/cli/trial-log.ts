import { host } from "#host";
import { parsedJson } from "../base/index.ts";
import {
  drawTrial,
  type RungOptions,
  searchRungs,
  type TrialResult,
  type Tuning,
} from "../classify/index.ts";
import { textIfThere } from "../host/index.ts";
import { configPath } from "../record/index.ts";
import { isTrialRow, lineOf, resultOf, rowOf, type TrialRow } from "./trial-row.ts";

/** What a search depends on. */
export interface SearchConfig extends Required<Pick<RungOptions, "search" | "trials" | "epochs">> {
  readonly tunings: readonly Tuning[];
  readonly ranks?: readonly number[];
  readonly seed: number;
  readonly [name: string]: unknown;
}

/** The log of a search: a line for each trial, from which the search can go on. */
export interface TrialLog {
  /** The trials that it had. */
  readonly earlier: readonly TrialResult[];
  /** Adds one; when the promise resolves the system has its line. Throws RangeError if another program has written to the log. */
  add(result: TrialResult): Promise<void>;
}

/**
 * Opens the log `path`, or begins it, with `config` beside it as .config.json. Throws RangeError, as `requireSameSearch` does, and for a line that is no trial of this
 * search. A last line that a crash has cut is dropped.
 */
export async function openTrialLog(path: string, config: SearchConfig): Promise<TrialLog> {
  await requireSameSearch(path, config);
  const text = `${JSON.stringify(config, undefined, 2)}\n`;
  const before = (await textIfThere(path)) ?? "";
  const rows = rowsOf(path, before, config);
  await host.write(configPath(path), bytesOf(text));
  const kept = rows.map(lineOf).join("");
  if (kept !== before || before === "") await host.write(path, bytesOf(kept));
  let [size, last] = [bytesOf(kept).length, rows.at(-1)];
  return {
    earlier: rows.map(resultOf),
    async add(result) {
      await requireAlone(path, { size, text });
      last = rowOf(result, last);
      const line = bytesOf(lineOf(last));
      size += line.length;
      await host.append(path, line);
    },
  };
}

/**
 * Throws RangeError if the log `path` was begun by a search with another value of what `config` names, whose trials would not be those of this search, and if
 * the file is no such log: it would be written over.
 */
export async function requireSameSearch(
  path: string,
  config: Readonly<Record<string, unknown>>,
): Promise<void> {
  const [log, known] = [await textIfThere(path), await textIfThere(configPath(path))];
  if ((log ?? "") === "" && known === undefined) return;
  const before = known === undefined ? undefined : parsedConfig(known);
  if (before === undefined) {
    const problem =
      known === undefined
        ? `it has text, and no ${configPath(path)} with the settings of its search lies beside it`
        : `${configPath(path)} has no settings of a search`;
    throw new RangeError(`Cannot write a log of trials to ${path}: ${problem}. Remedy: another --log`);
  }
  if ((log ?? "") === "") return;
  const name = Object.keys(config).find((key) => JSON.stringify(before[key]) !== JSON.stringify(config[key]));
  if (name === undefined) return;
  const isSum = name === "texts" || name === "vectors"; // checksums say nothing to a person
  const problem = isSum
    ? `its ${name} are not those with which it was begun`
    : `${name} must be ${JSON.stringify(before[name])}, with which it was begun: current value is ${JSON.stringify(config[name])}`;
  throw new RangeError(
    `Cannot continue the search in ${path} as ${problem}. Remedy: the same again, or another --log`,
  );
}

function parsedConfig(text: string): Readonly<Record<string, unknown>> | undefined {
  const config = parsedJson(text) as Record<string, unknown> | null | undefined;
  return config?.search !== undefined && config.trials !== undefined ? config : undefined;
}

/** Two searches would spoil one log: the one that finds the other's lines gives way. */
async function requireAlone(
  path: string,
  { size, text }: { readonly size: number; readonly text: string },
): Promise<void> {
  const file = await host.open(path);
  if (file.size === size && (await textIfThere(configPath(path))) === text) return;
  throw new RangeError(
    `Cannot go on with the search in ${path}: another program has changed it. Remedy: let that end, then the same command again, or another --log`,
  );
}

/** The trials of a log, each once, numbered from 1. */
function rowsOf(path: string, log: string, config: SearchConfig): TrialRow[] {
  const epochs = new Set(searchRungs(config).map((rung) => rung.epochs));
  const found = new Map<string, TrialRow>();
  const lines = log.split("\n").slice(0, -1); // behind the last line's end stands nothing, or a line that was cut
  lines.forEach((line, i) => {
    const row = parsedJson(line);
    if (!isTrialRow(row) || !epochs.has(row.epochs) || !isDrawn(row, config)) {
      throw new RangeError(
        `Cannot continue the search in ${path} as line ${i + 1} is no trial of it. Remedy: another --log`,
      );
    }
    const key = `${row.trial} ${row.epochs}`;
    if (!found.has(key)) found.set(key, { ...row, _step: found.size + 1 });
  });
  return [...found.values()];
}

/** Whether the search draws these settings for a trial of that number. */
function isDrawn(row: TrialRow, { trials, seed, tunings, ranks }: SearchConfig): boolean {
  if (row.trial >= trials) return false;
  const { settings } = resultOf(row);
  const drawn = drawTrial(row.trial, seed, { tunings, ...(ranks && { ranks }) });
  return JSON.stringify(drawn) === JSON.stringify(settings);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
