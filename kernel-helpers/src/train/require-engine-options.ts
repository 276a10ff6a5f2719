import { optionName } from "../base/index.ts";
import { mostNoise } from "../simd/index.ts";
import type { EngineName } from "./engine.ts";
import { type Settings, type TrainOptions, trainDefaults } from "./options.ts";

/** The options that only a training in batches reads. */
const OF_BATCHES = ["batchSize", "rowStep"] as const;

/**
 * Throws RangeError for an option that the engine cannot follow, with the engine that can. `given` are the options that somebody
 * wrote: settings of a checkpoint may hold other values of those that the simd engine does not read.
 */
export function requireEngineOptions(settings: Settings, engine: EngineName, given: TrainOptions = {}): void {
  if (engine === "simd") requireNoBatches(given);
  const { optimizer, clipRowNorm, clipNorm, negative, hs, cbowMean, cCompat } = settings;
  const [name, other] = engine === "simd" ? ["simd", "tensor or reference"] : [engine, "simd"];
  const refused =
    engine === "simd"
      ? [
          { option: "optimizer", is: optimizer, must: "sgd", ok: optimizer === "sgd" },
          { option: "clipRowNorm", is: clipRowNorm, must: "0", ok: clipRowNorm === 0 },
          { option: "clipNorm", is: clipNorm, must: "0", ok: clipNorm === 0 },
          {
            option: "negative",
            is: negative,
            must: ">= 1, or 0 with hierarchical softmax",
            ok: negative > 0 || hs,
          },
          { option: "negative", is: negative, must: `<= ${mostNoise}`, ok: negative <= mostNoise },
        ]
      : [
          { option: "cbowMean", is: cbowMean, must: "true", ok: cbowMean },
          { option: "cCompat", is: cCompat, must: "false", ok: !cCompat },
        ];
  for (const { option, is, must, ok } of refused) {
    if (ok) continue;
    throw new RangeError(
      `Cannot train as ${optionName(option)} must be ${must} on the ${name} engine: current value is ${is}. ` +
        `Remedy: leave ${optionName(option)} out, or train on the engine ${other}`,
    );
  }
}

function requireNoBatches(given: TrainOptions): void {
  const name = OF_BATCHES.find(
    (option) => (given[option] ?? trainDefaults[option]) !== trainDefaults[option],
  );
  if (name === undefined) return;
  const option = optionName(name);
  throw new RangeError(
    `Cannot train as ${option} must be left out on the simd engine, which takes no batches: current value is ${given[name]}. ` +
      `Remedy: leave ${option} out, or train on the engine tensor`,
  );
}
