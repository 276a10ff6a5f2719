import { randomBytes } from "node:crypto";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Throws unless `what` can be written to the file `path`, which the option `option` gave: an hour of training must not
 * end with "permission denied".
 */
export async function requireWritable(path: string, what = "vectors", option = "--out"): Promise<void> {
  const probe = `${path}.${randomBytes(4).toString("hex")}.probe`;
  try {
    const before = await stat(path).catch(() => undefined);
    if (before?.isDirectory()) throw new Error("it is a folder");
    await mkdir(dirname(path), { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw new Error(
      `Cannot write ${what} to ${path}: ${(error as Error).message}. ` + `Remedy: choose another ${option}`,
    );
  }
}
