import { host, progressPrinter, stopOnInterrupt } from "#host";
import {
  bestTrial,
  type SearchOptions,
  saveClassifier,
  searchRungs,
  searchTunings,
  type TrialResult,
  textClassifier,
  trialNetwork,
} from "../classify/index.ts";
import type { Arguments, Command } from "./command.ts";
import { quoted } from "./quoted.ts";
import { requireWritable } from "./require-writable.ts";
import { say } from "./say.ts";
import { openTrialLog } from "./trial-log.ts";
import { judgedOnce } from "./tune-judged.ts";
import { readTunePlan, type TunePlan, tuneSpecs } from "./tune-plan.ts";
import { type TuneTask, tuneTask } from "./tune-task.ts";

/** `w2v tune`: a text classifier on word vectors, its settings searched for. */
export const tuneCommand: Command = {
  name: "tune",
  summary: "searches for the settings of a text classifier, and saves the best one",
  positionals: "--data NAME --out DIR",
  options: tuneSpecs,
  notes: [
    "Trials are compared by their loss on the validation part. The test part is used once, for the classifier that is saved, beside a bag of words.",
    "halving gives all trials few epochs and three times as many to the best third, rung after rung; random gives all epochs to each.",
    "Ctrl-C stops; the same command goes on with what is missing in the log of trials.",
    "DIR has the vectors, the dense layer, model.json and a card, README.md; `loadClassifier` reads it. See docs/training.md.",
  ],
  examples: [
    "w2v tune --data written-reviews --out build/reviews",
    "w2v tune --data chinese-reviews --out build/zh --search random --trials 20 --tunings frozen,low-rank",
    "w2v tune --data my-texts.jsonl --vectors build/my.vec --out build/mine",
  ],
  run: tune,
};

async function tune(given: Arguments): Promise<number> {
  const plan = readTunePlan(given);
  await requireWritable(`${plan.out}/model.json`, "a classifier");
  await requireWritable(plan.log, "a log", "--log");
  const restore = stopOnInterrupt();
  try {
    return await search(plan);
  } finally {
    restore();
  }
}

async function search(plan: TunePlan): Promise<number> {
  const printer = progressPrinter(process.stderr);
  const task = await tuneTask(plan, (line) => printer.show(line));
  printer.end();
  if (task === undefined) return tellStopped(plan, 0);
  tellTask(plan, task);
  const { tunings, ...rest } = plan;
  const options: SearchOptions = { ...rest, classes: task.source.classes.length, space: { tunings } };
  const log = await openTrialLog(plan.log, task.config);
  const results = [...log.earlier];
  if (results.length > 0) say(`${results.length} trials are known from ${plan.log}`);
  const total = searchRungs(options).reduce((sum, { trials }) => sum + trials, 0);
  for await (const result of searchTunings(task, options, log.earlier)) {
    await log.add(result);
    results.push(result);
    printer.show(`${results.length} of ${total}: ${trialLine(result)}`);
  }
  printer.end();
  const best = bestTrial(results);
  if (host.interrupted() || best === undefined) return tellStopped(plan, results.length);
  say(`best: ${trialLine(best)}`);
  return save(plan, task, best, options);
}

/** Trains the best trial once more, judges it on the test part, and saves it. */
async function save(
  plan: TunePlan,
  task: TuneTask,
  best: TrialResult,
  options: SearchOptions,
): Promise<number> {
  const network = await trialNetwork(task, best, options);
  if (network === undefined) return tellStopped(plan, 0);
  const { lines, scores } = judgedOnce(task, network);
  for (const line of lines) say(line);
  const { classes, licence, texts } = task.source;
  const card = {
    title: `Classifier of texts: ${classes.join(", ")}`,
    data: `${plan.data}, ${texts.length.toLocaleString("en")} texts. Chosen among ${plan.trials} settings (${plan.search}): ${trialLine(best)}.`,
    licence,
    scores: { "accuracy, validation part, by which it was chosen": best.validation.accuracy, ...scores },
    limits:
      "decisions about people; texts of another kind, for which it was not measured; a text of whose words it knows few.",
  };
  const { words } = task.vectors;
  await saveClassifier(
    plan.out,
    textClassifier(network, { words, classes, tokenizer: task.tokenizer, card }),
  );
  say(`wrote ${plan.out}, with its card README.md`);
  return 0;
}

function tellTask({ vectors: file }: TunePlan, { source, split, vectors, data }: TuneTask): void {
  const { train, validation, test } = split;
  const parts = [train, validation, test]
    .map(({ examples }) => examples.length.toLocaleString("en"))
    .join(" + ");
  say(
    `${source.texts.length.toLocaleString("en")} texts, ${parts} for training, validation and test: ${source.classes.join(", ")}`,
  );
  const known = data.texts.filter(({ length }) => length > 0).length;
  const from = file ?? "Skip-Gram on the texts of training and validation";
  say(
    `${vectors.table.width} numbers for each of ${vectors.words.length.toLocaleString("en")} words (${from}), of which ${known.toLocaleString("en")} texts have one or more`,
  );
}

function trialLine({ trial, epochs, settings, best, validation }: TrialResult): string {
  const { tuning, rank, alpha, batchSize } = settings;
  const how = tuning === "low-rank" ? `low-rank ${rank}` : tuning;
  return (
    `trial ${trial}, ${how}, alpha ${alpha.toPrecision(3)}, batches of ${batchSize}, epoch ${best} of ${epochs}: ` +
    `validation loss ${validation.loss.toFixed(4)}, accuracy ${validation.accuracy.toFixed(3)}`
  );
}

function tellStopped({ log }: TunePlan, trials: number): number {
  const words = process.argv.slice(2).map(quoted).join(" ");
  say(`stopped: no classifier was written. ${trials} trials are in ${log}. To continue: w2v ${words}`);
  return 130;
}
