import { host } from "#host";
import { readParts } from "../base/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointPieces, checkpointReading } from "./checkpoint-format.ts";
import { requireFiniteModel } from "./require-finite.ts";

/**
 * Writes a checkpoint to a file: an earlier one stays in place until the new one is complete. Throws RangeError, and leaves the
 * earlier one, if a number of its model is not finite: a training that has diverged cannot go on.
 */
export async function saveCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  requireFiniteModel(checkpoint);
  await host.write(path, checkpointPieces(checkpoint));
}

/**
 * Reads a checkpoint from a file; throws RangeError if the file is not a checkpoint or is damaged. One whose size is not
 * what its header says is refused before memory is taken for it.
 */
export async function loadCheckpoint(path: string): Promise<Checkpoint> {
  const file = await host.open(path);
  return readParts(file.size, file.parts(), (source) => checkpointReading(source, path));
}
