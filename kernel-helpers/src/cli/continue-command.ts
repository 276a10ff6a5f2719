import { quoted } from "./quoted.ts";
import type { TrainPlan } from "./train-plan.ts";

/**
 * The command line that goes on with the training of `plan` from `checkpoint`, for a shell. It has every option that a checkpoint
 * does not keep, as it was given.
 */
export function continueCommand(plan: TrainPlan, checkpoint: string): string {
  const options: readonly (readonly [string, string | number | undefined])[] = [
    ["corpus", plan.corpus],
    ["field", plan.field],
    ["encoding-errors", plan.encodingErrors],
    ["out", plan.out],
    ["resume", checkpoint],
    ["every", plan.every === 10 ? undefined : plan.every],
    ["every-minutes", plan.everyMinutes === 5 ? undefined : plan.everyMinutes],
    ["threads", plan.threads],
    ["backend", plan.backend],
    ["log", plan.log],
    ["tensorboard", plan.tensorboard],
  ];
  const words = options.flatMap(([name, value]) => (value === undefined ? [] : [option(name, `${value}`)]));
  return `w2v train ${words.join(" ")}`;
}

/** An option with its value; one that begins with "-" would be read as an option. */
function option(name: string, value: string): string {
  return `--${name}${/^-./.test(value) ? "=" : " "}${quoted(value)}`;
}
