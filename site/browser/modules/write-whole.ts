import { renameSync, writeFileSync } from "node:fs";

/** Writes a file under another name first: whoever reads it sees the old one or the new one, never half. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}
