import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Evaluation } from "./evaluation.ts";
import { type Job, jobKey } from "./jobs.ts";
import type { Timing } from "./timing.ts";

/** A finished training, as it is kept. */
export interface Run extends Timing {
  readonly job: Job;
  /** The program's version, and what else would change its figures. */
  readonly version: string;
  /** Words of the text, all epochs together. */
  readonly words: number;
  /** Bytes. */
  readonly peak: number;
  /** Share of the machine that other programs used meanwhile. */
  readonly otherWork: number;
  /** SHA-256 of the tokens. */
  readonly corpus: string;
  readonly evaluation?: Evaluation;
  /** The ten nearest words of each word asked. */
  readonly nearest?: readonly string[];
}

/** Above this share of other work a run counts as disturbed: its times are marked, and left out where there are others. */
const DISTURBED = 0.05;

/** Whether other programs disturbed a run. What was not measured, outside Linux, counts as disturbed. */
export function isDisturbed({ otherWork }: Run): boolean {
  return !(otherWork <= DISTURBED);
}

/** What a run is known by: the job, the program's version and the tokens. */
export function runKey(job: Job, version: string, corpus: string): string {
  return [jobKey(job), version, corpus].join(" ");
}

/**
 * The finished runs in a file of JSON lines, by their keys; a later run replaces an earlier one. A line that was torn, as by a
 * full disk, is left out.
 */
export function readRuns(file: string): Map<string, Run> {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const runs = lines.flatMap(runIn);
  return new Map(runs.map((run) => [runKey(run.job, run.version, run.corpus), run]));
}

function runIn(line: string): Run[] {
  try {
    const run = JSON.parse(line) as Run;
    // JSON has no NaN and writes null
    return [{ ...run, peak: run.peak ?? Number.NaN, otherWork: run.otherWork ?? Number.NaN }];
  } catch {
    return [];
  }
}

/** Adds a run to the file; it begins with a line end, which closes a line that was torn. */
export function keepRun(file: string, run: Run): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `\n${JSON.stringify(run)}\n`);
}
