import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Seconds that each notebook took when it last ran to its end. */
export type Times = Readonly<Record<string, number>>;

/** The times of the last runs; none when there were none. */
export function readTimes(file: string): Times {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Times;
  } catch {
    return {};
  }
}

/** Keeps the times for the next run. */
export function writeTimes(file: string, times: Times): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(times)}\n`);
}

/** What these notebooks took together; undefined if one never ran. */
export function timeOf(ids: readonly string[], times: Times): number | undefined {
  return ids.reduce<number | undefined>((sum, id) => {
    const seconds = times[id];
    return sum === undefined || seconds === undefined ? undefined : sum + seconds;
  }, 0);
}
