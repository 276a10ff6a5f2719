import type { Job } from "./jobs.ts";
import type { Run } from "./runs.ts";

/** Seconds that a job needs besides the training: starting, counting, writing and judging, per million words. */
const BESIDES = 4;

/**
 * Seconds that a job will take, from runs of the same program: of the same architecture, dimension and number of threads,
 * or else from another dimension, to which the time is taken as proportional. NaN without such a run.
 */
export function expectedSeconds(job: Job, words: number, runs: readonly Run[]): number {
  const alike = runs.filter(
    (run) => run.job.program === job.program && run.job.architecture === job.architecture,
  );
  const run =
    alike.findLast(({ job: { dim, threads } }) => dim === job.dim && threads === job.threads) ??
    alike.findLast(({ job: { threads } }) => threads === job.threads) ??
    alike.at(-1);
  if (run === undefined) return Number.NaN;
  const perWord = (run.training / run.words) * (job.dim / run.job.dim) * (run.job.threads / job.threads);
  return words * job.epochs * perWord + (BESIDES * words) / 1e6;
}

/** Seconds in words: "40 s", "12 min", "1 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
