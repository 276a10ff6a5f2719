import { optionName } from "../base/index.ts";
import type { EngineName } from "./engine.ts";
import type { Settings } from "./options.ts";

/** Throws RangeError for an option that the engine cannot follow, with the engine that can. */
export function requireEngineOptions(settings: Settings, engine: EngineName): void {
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
