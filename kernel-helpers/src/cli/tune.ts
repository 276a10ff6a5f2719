import { host, progressPrinter, stopOnInterrupt } from "#host";
import { counted } from "../base/index.ts";
import {
  bestTrial,
  type SearchOptions,
  saveClassifier,
  searchRungs,
  searchTunings,
  type TrialResult,
  type TuningProgress,
  textClassifier,
  trialNetwork,
} from "../classify/index.ts";
import type { Arguments, Command } from "./command.ts";
import { quoted } from "./quoted.ts";
import { say } from "./say.ts";
import { epochLine, listedClasses, trialLine } from "./trial-line.ts";
import { openTrialLog, requireSameSearch } from "./trial-log.ts";
import { trialPace } from "./trial-pace.ts";
import { requireTuneOutputs } from "./tune-checks.ts";
import { judgedOnce } from "./tune-judged.ts";
import { readTunePlan, type TunePlan, tuneSpecs } from "./tune-plan.ts";
import { type TuneTask, tuneTask, tuneTexts } from "./tune-task.ts";

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
  await requireTuneOutputs(plan);
  const restore = stopOnInterrupt();
  try {
    return await search(plan);
  } finally {
    restore();
  }
}

async function search(plan: TunePlan): Promise<number> {
  const printer = progressPrinter(process.stderr);
  const texts = await tuneTexts(plan);
  await requireSameSearch(plan.log, texts.config); // before the vectors, which take minutes
  const task = await tuneTask(plan, texts, (line) => printer.show(line));
  printer.end();
  if (task === undefined) return tellStopped(plan);
  tellTask(plan, task);
  const log = await openTrialLog(plan.log, task.config);
  const results = [...log.earlier];
  const options: SearchOptions = {
    ...plan,
    classes: task.source.classes.length,
    space: { tunings: plan.tunings, ...(task.config.ranks && { ranks: task.config.ranks }) },
  };
  if (results.length > 0) say(`${counted(results.length, "trial")} known from ${plan.log}`);
  const total = searchRungs(options).reduce((sum, { trials }) => sum + trials, 0);
  const pace = trialPace(options, log.earlier);
  const onEpoch = (now: TuningProgress): void =>
    printer.show(`${results.length} of ${total} · ${epochLine(now)}`);
  for await (const result of searchTunings(task, { ...options, onEpoch }, log.earlier)) {
    await log.add(result);
    results.push(result);
    printer.show(`${results.length} of ${total} · ${pace(result)} · ${trialLine(result)}`);
  }
  printer.end();
  if (host.interrupted()) return tellStopped(plan, results.length);
  const best = bestTrial(results);
  if (best === undefined) throw allDiverged(plan);
  say(`best: ${trialLine(best)}`);
  return save(plan, task, best, options, results.length);
}

function allDiverged({ trials, vectors }: TunePlan): Error {
  const remedy = vectors === undefined ? "another --seed" : "vectors whose numbers are nearer to 0";
  return new Error(
    `Cannot choose among ${counted(trials, "trial")} as the validation loss of one must be finite: all have diverged. Remedy: ${remedy}, or more --trials`,
  );
}

/** Trains the best trial once more, judges it on the test part, and saves it. */
async function save(
  plan: TunePlan,
  task: TuneTask,
  best: TrialResult,
  options: SearchOptions,
  searched: number,
): Promise<number> {
  const network = await trialNetwork(task, best, options);
  if (network === undefined) return tellStopped(plan, searched);
  const { lines, scores } = judgedOnce(task, network);
  for (const line of lines) say(line);
  const { classes, licence, texts } = task.source;
  const card = {
    title: `Classifier of texts: ${listedClasses(classes)}`,
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
    `${source.texts.length.toLocaleString("en")} texts, ${parts} for training, validation and test: ${listedClasses(source.classes)}`,
  );
  const known = data.texts.filter(({ length }) => length > 0).length;
  const from = file ?? "Skip-Gram on the texts of training and validation";
  say(
    `${vectors.table.width} numbers for each of ${vectors.words.length.toLocaleString("en")} words (${from}), of which ${known.toLocaleString("en")} texts have one or more`,
  );
}

/** `trials` are those in the log, where that is known. */
function tellStopped({ log }: TunePlan, trials?: number): number {
  const words = process.argv.slice(2).map(quoted).join(" ");
  const kept = trials === undefined ? "" : ` ${counted(trials, "trial")} in ${log}.`;
  say(`stopped: no classifier was written.${kept} To continue: w2v ${words}`);
  return 130;
}
