import { host } from "#host";
import type { Checkpoint } from "./checkpoint.ts";
import { decodeCheckpoint, encodeCheckpoint, requireMagic } from "./checkpoint-format.ts";

/** Writes a checkpoint to a file: an earlier one stays in place until the new one is complete. */
export async function saveCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  await host.write(path, encodeCheckpoint(checkpoint));
}

/**
 * Reads a checkpoint from a file; throws RangeError if the file is not a checkpoint or is damaged. One that does not begin
 * as a checkpoint is refused before memory is taken for it.
 */
export async function loadCheckpoint(path: string): Promise<Checkpoint> {
  const file = await host.open(path);
  const parts = file.parts();
  let [bytes, at] = [new Uint8Array(), 0];
  for await (const part of parts) {
    if (at === 0) {
      requireMagic(part, path);
      bytes = new Uint8Array(file.size);
    }
    bytes.set(part.subarray(0, file.size - at), at);
    at += part.length;
  }
  return decodeCheckpoint(bytes.subarray(0, at), path);
}
