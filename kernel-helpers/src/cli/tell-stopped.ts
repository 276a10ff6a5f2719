import { continueCommand } from "./continue-command.ts";
import { type EarlierOutput, stillThere } from "./earlier-outputs.ts";
import { say } from "./say.ts";
import type { TrainPlan } from "./train-plan.ts";

/** What there is after a training that was stopped. */
export interface Stopped {
  /** Whole percent done. */
  readonly percent: number;
  /** What was written. */
  readonly wrote: string;
  /** The outputs that are as they were before. */
  readonly earlier: readonly EarlierOutput[];
  /** The checkpoint from which the training can go on; undefined without one. */
  readonly checkpoint: string | undefined;
}

/** Says how far a training came that was stopped, what there is of it, and the command that goes on with it. */
export function tellStopped(plan: TrainPlan, { percent, wrote, earlier, checkpoint }: Stopped): void {
  const rest = earlier.length > 0 ? `; ${stillThere(earlier)}` : "";
  say(`stopped at ${percent} %: ${wrote}${rest}`);
  if (checkpoint === undefined) return;
  const again = plan.corpus === "-" ? "to continue, with the same text on standard input" : "to continue";
  say(`${again}: ${continueCommand(plan, checkpoint)}`);
}
