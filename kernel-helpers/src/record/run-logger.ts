import { host } from "#host";
import type { Settings, TrainingProgress } from "../train/index.ts";
import { csvLine, jsonLine, logRow } from "./run-log.ts";

/** Writes a run's log, a line for each event. After each call the system has the line, so a crash loses none. */
export interface RunLogger {
  /** Adds a line. */
  log(progress: TrainingProgress): Promise<void>;
}

/**
 * Starts a log in the file `path` (.jsonl or .csv), replacing its old content, and writes the settings next to it, as
 * `path` with the ending .config.json. With `keepTo`, the rows of an earlier log up to that `_step` are kept, for a
 * training that was resumed there. Throws RangeError for another ending.
 */
export async function startRunLog(
  path: string,
  settings: Settings,
  { keepTo }: { readonly keepTo?: number | undefined } = {},
): Promise<RunLogger> {
  requireLogPath(path);
  const isCsv = path.endsWith(".csv");
  let columns: readonly string[] = [];
  let text = "";
  if (keepTo !== undefined) {
    text = keptRows(new TextDecoder().decode(await host.read(path).catch(nothingIfMissing)), keepTo);
    if (isCsv) columns = text.split("\n", 1).join().split(",").filter(Boolean);
  }
  await host.write(path, new TextEncoder().encode(text));
  await host.write(configPath(path), new TextEncoder().encode(`${JSON.stringify(settings, undefined, 2)}\n`));
  return {
    async log(progress) {
      const row = logRow(progress, Date.now() / 1000);
      let line = isCsv ? csvLine(row, columns) : jsonLine(row);
      if (isCsv && columns.length === 0) {
        columns = Object.keys(row);
        line = `${columns.join(",")}\n${csvLine(row, columns)}`;
      }
      await host.append(path, new TextEncoder().encode(line));
    },
  };
}

/** Where the settings of the run go, beside the log `path`. */
export function configPath(path: string): string {
  return path.replace(/\.(jsonl|csv)$/, ".config.json");
}

/** A log that cannot be read is not one without lines: it would be written over. A page's error has no code. */
function nothingIfMissing(error: Error & { readonly code?: string }): Uint8Array {
  const { name = "" } = (error.cause ?? {}) as { readonly name?: string };
  if (error.code === "ENOENT" || name === "NotFoundError") return new Uint8Array();
  throw error;
}

/** Throws RangeError unless `path` has an ending that can be written: call it before long work. */
export function requireLogPath(path: string): void {
  if (/\.(jsonl|csv)$/.test(path)) return;
  throw new RangeError(
    `Cannot write a log as its path must end in .jsonl or .csv: current value is "${path}"`,
  );
}

/** The complete lines up to `_step` keepTo, with the header if there is one. */
function keptRows(text: string, keepTo: number): string {
  const lines = text.split("\n").slice(0, -1); // a last line without its end was cut short by a crash
  return lines
    .filter((line) => {
      const step = /^(?:\{"_step":)?(\d+)/.exec(line)?.[1];
      return step === undefined || Number(step) <= keepTo;
    })
    .map((line) => `${line}\n`)
    .join("");
}
