import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";

/** Copies the kernel's files of the site into `folder`, whose old content is deleted. */
export function copyKernel(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(inject("site"), "extensions/word2vec-lab-kernel/static"), folder, { recursive: true });
}
