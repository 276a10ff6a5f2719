import type { Numbers, Table } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import type { TextBatch } from "./network-gradients.ts";
import type { Split } from "./part.ts";
import { type RungOptions, searchRungs } from "./search-rungs.ts";
import { type TextNetwork, textNetwork } from "./text-network.ts";
import { drawTrial, type TrialSettings, type TrialSpace } from "./trial-settings.ts";
import { type PartScores, type TuningProgress, tuneNetwork } from "./tune-network.ts";

/** Options of `searchTunings`. */
export interface SearchOptions extends RungOptions {
  /** Early stopping within a trial. Default: 3. */
  readonly patience?: number;
  /** K. Default: 2. */
  readonly classes?: number;
  /** Seed of the settings and of every training. Default: 1. */
  readonly seed?: number;
  /** What settings are drawn from. */
  readonly space?: TrialSpace;
  /** Told after each epoch of the trial under way. */
  readonly onEpoch?: (progress: TuningProgress) => void;
}

/** One trial: some settings, trained for some epochs. */
export interface TrialResult {
  /** Number of its settings, from 0. */
  readonly trial: number;
  /** What was tried. */
  readonly settings: TrialSettings;
  /** Epochs that it had at most. */
  readonly epochs: number;
  /** The epoch with the lowest validation loss; 0 where no epoch had a finite one: the trial has diverged. */
  readonly best: number;
  /** On the train part, at that epoch; of a trial that has diverged, loss ∞ and accuracy 0. */
  readonly train: PartScores;
  /** On the validation part, at that epoch; of a trial that has diverged, loss ∞ and accuracy 0. */
  readonly validation: PartScores;
  /** How long it took. */
  readonly seconds: number;
}

/** What every trial of a search is fitted and judged on. */
export interface SearchTask {
  /** The vectors, shape (V, d). */
  readonly table: Table<Numbers>;
  /** All texts with their classes. */
  readonly data: TextBatch;
  /** Where it is fitted, and where judged. */
  readonly parts: Pick<Split, "train" | "validation">;
}

/**
 * Tries settings of a text network and yields each trial as it ends. "random" trains all of them to the end (Bergstra and Bengio 2012); "halving" is successive halving
 * (Jamieson and Talwalkar 2016): rung after rung, all that are left train for `keepOneOf` times as many epochs, and the best of them by validation loss stay. A trial that
 * goes on is trained again from its start, with the same numbers: what is saved is memory, with a third of the trials in each
 * rung the price is half as much work again.
 *
 * `earlier` are trials of the same search that are known; they are not run again, nor yielded. Ends when the user interrupts; the trial under way is then dropped. Changes nothing.
 */
export async function* searchTunings(
  task: SearchTask,
  options: SearchOptions = {},
  earlier: readonly TrialResult[] = [],
): AsyncGenerator<TrialResult> {
  const { trials = 27, seed = 1, space } = options;
  const rungs = searchRungs(options);
  const before = new Map(earlier.map((one) => [`${one.trial} ${one.epochs}`, one]));
  let left = Array.from({ length: trials }, (_, trial) => trial);
  for (const { epochs, trials: count } of rungs) {
    left = left.slice(0, count);
    const ended: TrialResult[] = [];
    for (const trial of left) {
      const known = before.get(`${trial} ${epochs}`);
      const settings = drawTrial(trial, seed, space);
      const result = known ?? (await tried(task, trial, settings, { ...options, epochs }));
      if (result === undefined) return;
      if (!known) yield result;
      ended.push(result);
    }
    left = ended.sort(byLoss).map(({ trial }) => trial);
  }
}

/** The trial with the lowest validation loss, of equal ones the one with fewer epochs; undefined if none has a finite loss. */
export function bestTrial(results: readonly TrialResult[]): TrialResult | undefined {
  return results.filter(({ validation }) => Number.isFinite(validation.loss)).sort(byLoss)[0];
}

/** The network of a trial, trained as the search trained it: the same numbers again. Undefined if the user interrupts. */
export async function trialNetwork(
  task: SearchTask,
  { settings, epochs }: Pick<TrialResult, "settings" | "epochs">,
  options: SearchOptions = {},
): Promise<TextNetwork | undefined> {
  return (await trained(task, settings, { ...options, epochs }))?.network;
}

const DIVERGED: PartScores = { loss: Number.POSITIVE_INFINITY, accuracy: 0 };

async function tried(
  task: SearchTask,
  trial: number,
  settings: TrialSettings,
  options: SearchOptions & { readonly epochs: number },
): Promise<TrialResult | undefined> {
  const start = performance.now();
  const found = await trained(task, settings, options);
  if (found === undefined) return undefined;
  const { best, train, validation } = found.best ?? { best: 0, train: DIVERGED, validation: DIVERGED };
  const seconds = (performance.now() - start) / 1000;
  return { trial, settings, epochs: options.epochs, best, train, validation, seconds };
}

async function trained(
  { table, data, parts }: SearchTask,
  { tuning, rank, alpha, batchSize }: TrialSettings,
  { classes = 2, patience = 3, seed = 1, epochs, onEpoch }: SearchOptions & { readonly epochs: number },
): Promise<{ network: TextNetwork; best: TuningProgress | undefined } | undefined> {
  const network = textNetwork(table, { classes, tuning, rank: Math.min(rank, table.width), seed });
  let best: TuningProgress | undefined;
  for await (const now of tuneNetwork(network, data, parts, { epochs, alpha, batchSize, patience, seed })) {
    if (now.best === now.epoch) best = now;
    onEpoch?.(now);
  }
  return (await interrupted()) ? undefined : { network, best };
}

function byLoss(a: TrialResult, b: TrialResult): number {
  const [x, y] = [a.validation.loss, b.validation.loss];
  return x === y ? a.epochs - b.epochs || a.trial - b.trial : x - y; // ∞ - ∞ is no number
}
