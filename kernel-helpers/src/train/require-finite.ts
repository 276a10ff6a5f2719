import { optionName } from "../base/index.ts";
import type { Checkpoint } from "./checkpoint.ts";

/** Throws RangeError if a number of the model, or the sum of its losses, is not finite: nothing can be learned from there on. */
export function requireFiniteModel({ engine, settings }: Checkpoint): void {
  if (!Number.isFinite(engine.lossSum))
    throw diverged("the sum of its losses", engine.lossSum, settings.alpha);
  for (const [name, { data, width }] of Object.entries(engine.tables)) {
    for (let i = 0; i < data.length; i++) {
      const x = data[i] as number;
      if (Number.isFinite(x)) continue;
      throw diverged(`row ${Math.floor(i / width)} of its table ${name}`, x, settings.alpha);
    }
  }
}

function diverged(place: string, value: number, alpha: number): RangeError {
  return new RangeError(
    `Cannot save the checkpoint as its numbers must be finite: current value is ${value} in ${place}. The training has diverged. ` +
      `Remedy: train again from the start with a smaller ${optionName("alpha")}: it is ${alpha}`,
  );
}
