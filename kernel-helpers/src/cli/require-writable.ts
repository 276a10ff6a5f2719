import { randomBytes } from "node:crypto";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileError } from "#host";

/**
 * Throws unless `what` can be written to the file `path`, which the option `option` gave: an hour of training must not
 * end with "permission denied".
 */
export async function requireWritable(path: string, what = "vectors", option = "--out"): Promise<void> {
  const probe = `${path}.${randomBytes(4).toString("hex")}.probe`;
  try {
    const before = await stat(path).catch(() => undefined);
    if (before?.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw fileError(`write ${what} to`, path, error, `choose another ${option}`);
  }
}
