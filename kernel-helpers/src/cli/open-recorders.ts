import { saveCheckpoint, type Training } from "../train/index.ts";
import type { Output } from "./earlier-outputs.ts";
import { reportedExamples, requireFiniteLoss } from "./loss-checks.ts";
import {
  besideTraining,
  checkpointRecorder,
  logRecorder,
  type SideRecorder,
  tensorboardRecorder,
} from "./recorder.ts";
import type { TrainPlan } from "./train-plan.ts";

/**
 * The recorders that the plan asks for; from now on the training saves its checkpoints by the clock, too. `examples` is the
 * number that a resumed training had already done.
 */
export function openRecorders(
  { checkpoint, every, everyMinutes, log, tensorboard }: TrainPlan,
  training: Training,
  examples: number | undefined,
  warn: (text: string) => void,
): ReadonlyMap<Output, SideRecorder> {
  const found = new Map<Output, SideRecorder>();
  if (log !== undefined) {
    const recorder = logRecorder(log, training.settings, examples);
    found.set("log", besideTraining(recorder, "more lines in its log", warn));
  }
  if (tensorboard !== undefined) {
    const recorder = tensorboardRecorder(tensorboard);
    found.set("tensorboard", besideTraining(recorder, "more numbers for TensorBoard", warn));
  }
  if (checkpoint !== undefined) {
    const recorder = checkpointRecorder(checkpoint, every);
    const beside = besideTraining(recorder, "a new checkpoint", warn, { again: true });
    found.set("checkpoint", beside);
    if (everyMinutes > 0) {
      training.checkpointEvery(60 * everyMinutes, async (now) => {
        const place = { before: reportedExamples(now), training, resumed: examples !== undefined };
        requireFiniteLoss({ loss: now.engine.lossSum, examples: now.position.examples }, place); // the file of before is worth more
        await beside.also(() => saveCheckpoint(checkpoint, now));
      });
    }
  }
  return found;
}
