import type { Passed } from "../../../kernel-helpers/src/host/progress-record.ts";

/** Where a front end finds out which checks passed. */
export interface ProgressSource {
  /** What points mean here, in a sentence. */
  readonly note: string;
  /** Passed checks by exercise. */
  passed(): Promise<Readonly<Record<string, Passed>>>;
  /** Begins a new record; returns in words what became of the old one. */
  reset(): Promise<string>;
}
