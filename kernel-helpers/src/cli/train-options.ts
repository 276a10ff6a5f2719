import { optimizerNames } from "../optimize/index.ts";
import { type Settings, settingsOf, type TrainOptions, trainDefaults } from "../train/index.ts";
import type { Arguments, OptionSpec } from "./command.ts";
import { kebabCase } from "./kebab-case.ts";
import { choiceOption, numberOption } from "./option-values.ts";
import { UsageError } from "./usage-error.ts";

type Flag = Exclude<keyof Settings, "reports" | "tokenizer">;

const architectures = ["cbow", "skip-gram"] as const;
const meanings: Readonly<Record<Flag, string>> = {
  architecture: "cbow or skip-gram",
  vectorSize: "numbers in a vector",
  window: "words looked at on each side",
  minCount: "words that occur less often are left out",
  maxVocab: "keeps only so many of the most frequent words; 0 keeps all",
  sample: "threshold above which frequent words are thinned; 0 keeps all",
  negative: "noise words for each example; 0 trains the full softmax",
  nsExponent: "exponent of the counts from which noise words are drawn",
  hs: "hierarchical softmax over a tree of the words, instead of noise words",
  cbowMean: "whether cbow's hidden layer is the mean of the context, or with false its sum: true or false",
  cCompat: "moves each context word of cbow by the whole gradient, as word2vec.c does",
  epochs: "passes over the corpus",
  alpha: "learning rate at the start",
  minAlpha: "learning rate at the end",
  seed: "the same seed gives the same vectors, with the simd engine on one thread",
  batchSize: "examples for each update of the tensor engine",
  optimizer: `how gradients become updates: ${optimizerNames.join(", ")}`,
  rowStep: "with sgd, limit on the step of a row in a batch; 0 for none",
  clipRowNorm: "largest norm of the gradient of a row; 0 for none",
  clipNorm: "largest norm of the gradients of a batch; 0 for none",
};
/** The default of α for each architecture with sgd, and for the other optimisers. */
const alphas: string = [
  ...architectures.map((architecture) => `${architecture} ${settingsOf({ architecture }).alpha}`),
  ...optimizerNames.slice(1).map((optimizer) => `${optimizer} ${settingsOf({ optimizer }).alpha}`),
].join(", ");
const named: readonly Flag[] = ["architecture", "optimizer", "cbowMean"];
const switches: readonly Flag[] = ["hs", "cCompat"];
const flags = Object.keys(meanings) as Flag[];

/** The options of a training as the command line spells them: `vectorSize` is --vector-size. */
export const trainOptionSpecs: Readonly<Record<string, OptionSpec>> = Object.fromEntries(
  flags.map((flag) => [kebabCase(flag), specOf(flag)]),
);

function specOf(flag: Flag): OptionSpec {
  if (switches.includes(flag)) return { help: meanings[flag] };
  const value = named.includes(flag) ? "NAME" : "N";
  return {
    value,
    help: `${meanings[flag]} (default: ${flag === "alpha" ? alphas : trainDefaults[flag]})`,
  };
}

/** The options of a training that were given; throws UsageError for an invalid value. */
export function readTrainOptions(given: Arguments): TrainOptions {
  const architecture = choiceOption(given, "architecture", architectures);
  const optimizer = choiceOption(given, "optimizer", optimizerNames);
  const cbowMean = choiceOption(given, "cbow-mean", ["true", "false"] as const);
  const numbers = flags
    .filter((flag) => !named.includes(flag) && !switches.includes(flag))
    .map((flag) => [flag, numberOption(given, kebabCase(flag))] as const)
    .filter(([, value]) => value !== undefined);
  const options: TrainOptions = {
    ...Object.fromEntries(numbers),
    ...(architecture && { architecture }),
    ...(optimizer && { optimizer }),
    ...(given.options.hs === true && { hs: true }),
    ...(given.options["c-compat"] === true && { cCompat: true }),
    ...(cbowMean && { cbowMean: cbowMean === "true" }),
  };
  try {
    settingsOf(options);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  return options;
}
