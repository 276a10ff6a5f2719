import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectorNames } from "../record/index.ts";
import type { TrainPlan } from "./train-plan.ts";

/** The outputs of a training, by their options. */
export type Output = "out" | "checkpoint" | "log" | "tensorboard";

/** An output that was there before the training. */
export interface EarlierOutput {
  readonly option: Output;
  readonly path: string;
  /** What it holds. */
  readonly holds: string;
}

/** The outputs of a plan that are there; TensorBoard's event files are never replaced, and do not count. */
export function earlierOutputs({ out, checkpoint, log, tensorboard }: TrainPlan): EarlierOutput[] {
  const projector = tensorboard === undefined ? [] : projectorNames.map((name) => join(tensorboard, name));
  return [
    ...earlier("out", out, "vectors"),
    ...earlier("checkpoint", checkpoint, "checkpoint"),
    ...earlier("log", log, "log"),
    ...earlier("tensorboard", tensorboard, "files", projector),
  ];
}

function earlier(
  option: Output,
  path: string | undefined,
  holds: string,
  files: readonly string[] = path === undefined ? [] : [path],
): EarlierOutput[] {
  return path !== undefined && files.some((file) => existsSync(file)) ? [{ option, path, holds }] : [];
}

/** "r.vec still has its earlier vectors, r.ckpt its earlier checkpoint"; "" for none. */
export function stillThere(outputs: readonly EarlierOutput[]): string {
  return outputs
    .map(({ path, holds }, i) => `${path} ${i === 0 ? "still has its" : "its"} earlier ${holds}`)
    .join(", ");
}
