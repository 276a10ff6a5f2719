import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { requireVectorsPath } from "../vectors/index.ts";
import { UsageError } from "./usage-error.ts";

/** Throws unless vectors can be written to `path`: an hour of training must not end with "permission denied". */
export async function requireWritable(path: string): Promise<void> {
  try {
    requireVectorsPath(path);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const probe = `${path}.probe`;
  try {
    const before = await stat(path).catch(() => undefined);
    if (before?.isDirectory()) throw new Error("it is a folder");
    await mkdir(dirname(path), { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    throw new Error(
      `Cannot write vectors to ${path} as a file must be able to stand there: ${(error as Error).message}. ` +
        "Remedy: another --out",
    );
  }
}
