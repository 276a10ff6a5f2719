import type { Training } from "../train/index.ts";
import type { Output } from "./earlier-outputs.ts";
import {
  besideTraining,
  checkpointRecorder,
  logRecorder,
  type SideRecorder,
  tensorboardRecorder,
} from "./recorder.ts";
import type { TrainPlan } from "./train-plan.ts";

/** The recorders that the plan asks for. `examples` is the number that a resumed training had already done. */
export function openRecorders(
  { checkpoint, every, log, tensorboard }: TrainPlan,
  { settings }: Training,
  examples: number | undefined,
  warn: (text: string) => void,
): ReadonlyMap<Output, SideRecorder> {
  const found = new Map<Output, SideRecorder>();
  if (log !== undefined) {
    const recorder = logRecorder(log, settings, examples);
    found.set("log", besideTraining(recorder, "more lines in its log", warn));
  }
  if (tensorboard !== undefined) {
    const recorder = tensorboardRecorder(tensorboard);
    found.set("tensorboard", besideTraining(recorder, "more numbers for TensorBoard", warn));
  }
  if (checkpoint !== undefined) {
    const recorder = checkpointRecorder(checkpoint, every);
    found.set("checkpoint", besideTraining(recorder, "a new checkpoint", warn, { again: true }));
  }
  return found;
}
