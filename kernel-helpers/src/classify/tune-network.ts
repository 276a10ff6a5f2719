import type { Tensorflow } from "../backend/index.ts";
import { logSumExp, requireInteger, requirePositive, row, seededRandom, type Table } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { likeliestClasses } from "./linear-classifier.ts";
import type { TextBatch } from "./network-gradients.ts";
import { newTuningEngine } from "./new-tuning-engine.ts";
import { type Part, requireExamples, requireFitting, type Split } from "./part.ts";
import { chosenTexts, shuffledBatches } from "./text-batches.ts";
import type { TextNetwork } from "./text-network.ts";
import { copyNetwork, copyTuned } from "./tuned-tables.ts";
import type { TuningEngine } from "./tuning-engine.ts";

/** Options of `tuneNetwork`. */
export interface TuningOptions {
  /** Passes over the train part at most. Default: 30. */
  readonly epochs?: number;
  /** Texts in an update. Default: 32. */
  readonly batchSize?: number;
  /** Learning rate of Adam. Default: 0.01. */
  readonly alpha?: number;
  /** Early stopping: ends after so many epochs without a lower validation loss. Default: 3. */
  readonly patience?: number;
  /** Seed of the order of the texts. Default: 1. */
  readonly seed?: number;
}

/** How the network does on one part. */
export interface PartScores {
  /** Mean of -log P(label), in nats. */
  readonly loss: number;
  /** Share of the texts whose class was found. */
  readonly accuracy: number;
}

/** What a tuning reports after each epoch. */
export interface TuningProgress {
  /** From 1. */
  readonly epoch: number;
  /** Epochs at most. */
  readonly epochs: number;
  /** On the train part, after the epoch. */
  readonly train: PartScores;
  /** On the validation part, after the epoch. */
  readonly validation: PartScores;
  /** The epoch with the lowest validation loss so far. */
  readonly best: number;
  /** Seconds since the start. */
  readonly seconds: number;
  /** Seconds left if all epochs are needed. */
  readonly secondsLeft: number;
}

const ACTION = "Cannot tune the network";

/**
 * Trains a text network with Adam on the train part, in batches whose order changes from epoch to epoch, and reports both losses after each. It ends early
 * when the validation loss has not fallen for `patience` epochs, or when the user interrupts; when it has ended, in whatever way, `network` has the
 * numbers of the best epoch. On the backend of `tf`, or without it in float64.
 *
 * Throws RangeError for a test part in the place of another, a label that is no class of the network and an invalid option.
 */
export async function* tuneNetwork(
  network: TextNetwork,
  data: TextBatch,
  parts: Pick<Split, "train" | "validation">,
  options: TuningOptions = {},
  tf?: Tensorflow,
): AsyncGenerator<TuningProgress> {
  const { epochs = 30, batchSize = 32, alpha = 0.01, patience = 3, seed = 1 } = options;
  requireInteger(ACTION, { epochs, batchSize, patience }, 1);
  requirePositive(ACTION, { alpha });
  for (const part of [parts.train, parts.validation]) requireTunable(network, data, part);
  const engine = newTuningEngine(network, tf);
  const random = seededRandom(seed);
  const [best, start] = [copyNetwork(network), performance.now()];
  let [lowest, bestEpoch, t] = [Number.POSITIVE_INFINITY, 0, 0];
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      for (const batch of shuffledBatches(data, parts.train.examples, batchSize, random)) {
        await engine.step(batch, alpha, ++t);
        if (await interrupted()) return;
      }
      const [train, validation] = [
        await scoresOn(engine, data, parts.train),
        await scoresOn(engine, data, parts.validation),
      ];
      if (validation.loss < lowest) {
        [lowest, bestEpoch] = [validation.loss, epoch];
        await engine.read(best);
      }
      const seconds = (performance.now() - start) / 1000;
      const secondsLeft = (seconds / epoch) * (epochs - epoch);
      yield { epoch, epochs, train, validation, best: bestEpoch, seconds, secondsLeft };
      if (epoch - bestEpoch >= patience) return;
    }
  } finally {
    copyTuned(best, network);
    engine.close();
  }
}

function requireTunable({ embedding, weights }: TextNetwork, { texts, labels }: TextBatch, part: Part): void {
  requireFitting(ACTION, part);
  requireExamples(ACTION, part, texts.length);
  const classes = weights.rows;
  for (const example of part.examples) {
    const label = labels[example] as number;
    if (!(Number.isInteger(label) && label >= 0 && label < classes)) {
      throw new RangeError(
        `${ACTION} as every label must be one of its ${classes} classes, 0 to ${classes - 1}: that of text ${example} is ${label}`,
      );
    }
    const ids = texts[example] as ArrayLike<number>;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      if (Number.isInteger(id) && id >= 0 && id < embedding.rows) continue;
      throw new RangeError(
        `${ACTION} as every word id must be a row of the embedding, 0 to ${embedding.rows - 1}: text ${example} has ${id}`,
      );
    }
  }
}

async function scoresOn(engine: TuningEngine, data: TextBatch, { examples }: Part): Promise<PartScores> {
  const { texts, labels } = chosenTexts(data, examples);
  return partScores(await engine.scores(texts), labels);
}

/** Loss and accuracy of scores z, shape (n, K). The loss is finite where a probability is too small for a number. */
export function partScores(scores: Table, labels: ArrayLike<number>): PartScores {
  const predicted = likeliestClasses(scores);
  const right = predicted.filter((label, i) => label === labels[i]).length;
  let sum = 0;
  for (let i = 0; i < scores.rows; i++) {
    const z = row(scores, i);
    sum += logSumExp(z) - (z[labels[i] as number] as number); // -log P(label)
  }
  return { loss: sum / scores.rows, accuracy: right / scores.rows };
}
