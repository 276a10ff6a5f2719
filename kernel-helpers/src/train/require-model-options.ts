import { optionName } from "../base/index.ts";

/** The options that this file looks at; see `TrainOptions`. */
interface ModelOptions {
  readonly architecture: string;
  readonly negative: number;
  readonly nsExponent: number;
  readonly hs: boolean;
  readonly cbowMean: boolean;
  readonly cCompat: boolean;
}

/** Throws RangeError or TypeError, with the value, for options of the noise, the output layer and CBOW that do not go together. */
export function requireModelOptions(settings: ModelOptions): void {
  requireFiniteExponent(settings);
  requireSwitches(settings);
  requireOneLayer(settings);
}

function requireFiniteExponent({ nsExponent }: ModelOptions): void {
  if (Number.isFinite(nsExponent)) return;
  throw new RangeError(
    `Cannot train as ${optionName("nsExponent")} must be a finite number: current value is ${String(nsExponent)}`,
  );
}

function requireSwitches({ hs, cbowMean, cCompat, architecture }: ModelOptions): void {
  for (const [name, value] of Object.entries({ hs, cbowMean, cCompat })) {
    if (typeof value === "boolean") continue;
    throw new TypeError(
      `Cannot train as ${optionName(name)} must be true or false: current value is ${String(value)}`,
    );
  }
  const of = cCompat ? "cCompat" : "cbowMean";
  if (architecture === "cbow" || (cbowMean && !cCompat)) return;
  throw new RangeError(
    `Cannot train as ${optionName(of)} is for cbow, and Skip-Gram has one input word. Remedy: leave out ${optionName(of)}`,
  );
}

/** gensim would train both layers at once; here a training has one. */
function requireOneLayer({ hs, negative }: ModelOptions): void {
  if (hs && negative > 0) {
    const [layer, other] = [optionName("hs"), optionName("negative")];
    throw new RangeError(
      `Cannot train as ${other} must be 0 with ${layer}: current value is ${negative}. ` +
        `Remedy: leave ${other} out for hierarchical softmax, or ${layer} for negative sampling`,
    );
  }
}
