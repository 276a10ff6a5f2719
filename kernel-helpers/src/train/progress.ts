import { paceText } from "../base/index.ts";

/** What a training reports from time to time. */
export interface TrainingProgress {
  /** Tokens read so far, over all epochs, before subsampling. */
  readonly tokens: number;
  /** Tokens to read in all. */
  readonly totalTokens: number;
  /** Which pass over the corpus this is, from 1. */
  readonly epoch: number;
  /** Examples (CBOW) or pairs (Skip-Gram) trained so far. */
  readonly examples: number;
  /** Mean loss per example since the last event, in nats. */
  readonly loss: number;
  /** Learning rate α now. */
  readonly alpha: number;
  /** Seconds since the start, including the time before a checkpoint. */
  readonly seconds: number;
  /** Tokens per second since the start. */
  readonly tokensPerSecond: number;
  /** Examples per second since the start. */
  readonly examplesPerSecond: number;
  /** Seconds left at this rate. */
  readonly secondsLeft: number;
}

/** How much of its work a training has done, in whole percent, rounded down: 100 only at the end. */
export function percentDone({
  tokens,
  totalTokens,
}: Pick<TrainingProgress, "tokens" | "totalTokens">): number {
  return Math.floor((100 * tokens) / totalTokens);
}

const STARTING = 2; // seconds

/**
 * A progress event in one line: percentage done, loss, rate, time left. `before` is the number of examples at the event before,
 * where it is known: without a new example there is no loss. In the first two seconds the time left is not given: what a start costs, such as that of
 * threads, would be taken for the rate.
 */
export function progressLine(progress: TrainingProgress, before = 0): string {
  const { epoch, examples, loss, examplesPerSecond, seconds } = progress;
  const percent = percentDone(progress);
  const secondsLeft = seconds < STARTING ? undefined : progress.secondsLeft;
  const pace = paceText({ perSecond: examplesPerSecond, secondsLeft, unit: "examples" });
  const none = examples === 0 ? "no example yet" : "no new example";
  const learned = examples > before ? `loss ${loss.toFixed(3)}` : none;
  return `${percent} % · epoch ${epoch} · ${learned} · ${pace}`;
}

/**
 * The title of a chart of a training that is over: `title`, and where the training was stopped before the end of its text,
 * as by Interrupt, how far it came.
 */
export function endLine(title: string, progress: TrainingProgress): string {
  if (progress.tokens >= progress.totalTokens) return title;
  return `${title}, stopped at ${percentDone(progress)} %: the vectors so far remain`;
}
