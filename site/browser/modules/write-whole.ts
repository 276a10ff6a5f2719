import { renameSync, writeFileSync } from "node:fs";

/** Writes a file under another name first, so that readers see the old file or the new one, never half. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}
