import { host } from "#host";
import type { Checkpoint } from "./checkpoint.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";

/** Writes a checkpoint to a file: an earlier one stays in place until the new one is complete. */
export async function saveCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  await host.write(path, encodeCheckpoint(checkpoint));
}

/** Reads a checkpoint from a file; throws RangeError if the file is not a checkpoint or is damaged. */
export async function loadCheckpoint(path: string): Promise<Checkpoint> {
  return decodeCheckpoint(await host.read(path), path);
}
