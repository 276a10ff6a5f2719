import { closeSync, openSync, readSync, statSync } from "node:fs";
import { counted } from "../base/index.ts";
import { isSameFile } from "./require-distinct.ts";
import type { TrainPlan } from "./train-plan.ts";

/** Warns if --checkpoint names an earlier training that this one does not continue: hours may have gone into it. */
export function warnOfReplacedCheckpoint({ checkpoint, resume, every, everyMinutes }: TrainPlan): void {
  if (checkpoint === undefined || (resume !== undefined && isSameFile(checkpoint, resume))) return;
  if (!isCheckpoint(checkpoint)) return;
  const first = [
    ...(every < 100 ? [`after ${every} %`] : []),
    ...(everyMinutes > 0 ? [`after ${counted(everyMinutes, "minute")}`] : []),
    ...(every < 100 ? [] : ["at the end"]),
  ].join(" or ");
  console.error(
    `warning: ${checkpoint} holds an earlier training, which will be replaced ${first} of this one, or at Ctrl-C ` +
      `from 1 % on. To continue it: --resume ${checkpoint}`,
  );
}

/** Whether there is a file that begins as checkpoints do. */
function isCheckpoint(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(8);
    readSync(file, start);
    return start.toString("latin1") === "W2VCHECK";
  } finally {
    closeSync(file);
  }
}
