import { host } from "#host";
import type { Checkpoint } from "./checkpoint.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";

/** Writes a checkpoint to a file: the one before it stands there until this one is whole. */
export async function saveCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  await host.write(path, encodeCheckpoint(checkpoint));
}

/** Reads a checkpoint from a file; throws RangeError when it is none or was damaged. */
export async function loadCheckpoint(path: string): Promise<Checkpoint> {
  return decodeCheckpoint(await host.read(path));
}
