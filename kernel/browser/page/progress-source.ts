import type { NewChoice, ProgressRecord } from "../../../kernel-helpers/src/host/progress-record.ts";

/** Where a front end finds out how far the learner is, and keeps what the learner chose at questions. */
export interface ProgressSource {
  /** What points mean here, in a sentence. */
  readonly note: string;
  /** Passed checks and choices. */
  record(): Promise<ProgressRecord>;
  /** Keeps the learner's choice at a question. */
  keepChoice(chosen: NewChoice): Promise<void>;
  /** Begins a new record; returns in words what became of the old one. */
  reset(): Promise<string>;
}
