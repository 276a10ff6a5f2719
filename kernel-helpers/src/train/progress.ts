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

/** A progress event in one line: percentage done, loss (none before the first example), rate, time left. */
export function progressLine(progress: TrainingProgress): string {
  const { tokens, totalTokens, epoch, examples, loss, examplesPerSecond, secondsLeft } = progress;
  const percent = Math.round((100 * tokens) / totalTokens);
  const pace = paceText({ perSecond: examplesPerSecond, secondsLeft, unit: "examples" });
  const learned = examples === 0 ? "no example yet" : `loss ${loss.toFixed(3)}`;
  return `${percent} % · epoch ${epoch} · ${learned} · ${pace}`;
}

/**
 * The title of a chart of a training that is over: `title`, and where the training was stopped before the end of its text,
 * as by Interrupt, how far it came.
 */
export function endLine(title: string, { tokens, totalTokens }: TrainingProgress): string {
  if (tokens >= totalTokens) return title;
  const percent = Math.floor((100 * tokens) / totalTokens);
  return `${title}, stopped at ${percent} %: the vectors so far remain`;
}
