import { host } from "#host";
import { type ByteSource, type Reading, readParts } from "../base/index.ts";
import { isMissing } from "../host/index.ts";
import { tokenRecord } from "../tokens/index.ts";
import type { Settings, TrainingProgress } from "../train/index.ts";
import { csvLine, jsonLine, logRow } from "./run-log.ts";

const NEWLINE = 10;
const LONGEST = 1 << 16; // bytes of a line

/** Writes a run's log, a line for each event. After each call the system has the line, so a crash loses none. */
export interface RunLogger {
  /** Adds a line. */
  log(progress: TrainingProgress): Promise<void>;
}

/**
 * Starts a log in the file `path` (.jsonl or .csv), replacing its old content, and writes the settings and the record of the
 * tokens next to it, as `path` with the ending .config.json. With `keepTo`, the rows of an earlier log up to that `_step` are kept, for a
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
    text = await keptText(path, keepTo);
    if (isCsv) columns = text.split("\n", 1).join().split(",").filter(Boolean);
  }
  await host.write(path, new TextEncoder().encode(text));
  const config = { ...settings, tokens: tokenRecord(settings.tokenizer) };
  await host.write(configPath(path), new TextEncoder().encode(`${JSON.stringify(config, undefined, 2)}\n`));
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

/** A log that cannot be read is not one without lines: it would be written over. */
function nothingIfMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

/** Throws RangeError unless `path` has an ending that can be written: call it before long work. */
export function requireLogPath(path: string): void {
  if (/\.(jsonl|csv)$/.test(path)) return;
  throw new RangeError(
    `Cannot write a log as its path must end in .jsonl or .csv: current value is "${path}"`,
  );
}

/** The complete lines of an earlier log up to `_step` keepTo, with the header if there is one; "" without a log. */
async function keptText(path: string, keepTo: number): Promise<string> {
  const file = await host.open(path).catch(nothingIfMissing);
  return file === undefined
    ? ""
    : readParts(file.size, file.parts(), (source) => keptRows(source, keepTo, path));
}

function* keptRows(source: ByteSource, keepTo: number, path: string): Reading<string> {
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { bytes, end } = yield* source.until(NEWLINE, LONGEST);
    if (end === "file") return text; // a last line without its end was cut short by a crash
    if (end === "long") {
      throw new RangeError(
        `Cannot continue the log ${path} as a line has more than ${LONGEST} bytes: it is no log. Remedy: another --log`,
      );
    }
    const line = decoder.decode(bytes);
    const step = /^(?:\{"_step":)?(\d+)/.exec(line)?.[1];
    if (step === undefined || Number(step) <= keepTo) text += `${line}\n`;
  }
}
