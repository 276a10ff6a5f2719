import { isCorpusPath } from "../corpus/index.ts";
import { type NamedFile, requireDistinct } from "./require-distinct.ts";
import type { TrainPlan } from "./train-plan.ts";

/** Throws UsageError if an output would destroy another file of the plan; a training may go on in its own checkpoint. */
export function requireOutputs({ corpus, out, checkpoint, log, resume }: TrainPlan): void {
  const named = (option: string, path: string | undefined): NamedFile[] =>
    path === undefined ? [] : [{ option, path }];
  const own = [...named("--out", out), ...named("--log", log)];
  const read = named("--corpus", isCorpusPath(corpus) ? corpus : undefined);
  requireDistinct([...own, ...named("--checkpoint", checkpoint)], read);
  requireDistinct(own, named("--resume", resume));
}

/** Steps that are too large give meaningless vectors, and nothing else would say so. NaN counts as not fallen. */
export function warnIfNotFallen(losses: readonly number[]): void {
  const [first = Number.NaN] = losses;
  const last = losses.at(-1) ?? Number.NaN;
  if (losses.length < 2 || last < first) return;
  const course = `from ${first.toFixed(3)} to ${last.toFixed(3)}`;
  console.error(
    `warning: the loss went ${course} instead of falling. Remedy: a smaller --alpha or --batch-size, or more --epochs`,
  );
}
