import { execFile } from "node:child_process";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";
import type { SourceFile } from "./source-file.ts";

const TAR = /\.tar\.gz$/;
const ZIP = /\.(?:whl|zip)$/;

/**
 * The files of an archive that are needed, sorted by their paths; a needed archive inside it is opened too. Python unpacks them into `scratch`: its
 * standard library has both formats, and nothing in the archive is run.
 */
export async function unpackedFiles(
  archive: string,
  scratch: string,
  needs: (path: string) => boolean,
): Promise<SourceFile[]> {
  const folder = join(scratch, `files-of-${basename(archive)}`);
  await unpack(archive, folder);
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const found: SourceFile[] = [];
  for (const path of paths) {
    const name = relative(folder, path).replaceAll(sep, "/");
    if (!needs(name)) continue;
    if (TAR.test(name)) found.push(...(await unpackedFiles(path, scratch, needs)));
    else found.push({ path: name, bytes: await readFile(path) });
  }
  return found;
}

async function unpack(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const python = environmentProgram(projectRoot, "python");
  const module = ZIP.test(archive) ? "zipfile" : "tarfile";
  await promisify(execFile)(python, ["-m", module, "-e", archive, folder]).catch(
    (error: Error & { stderr?: string }) => {
      const last = (error.stderr ?? error.message).trim().split("\n").at(-1);
      throw new Error(`Cannot unpack ${archive}: ${last}. Remedy: delete that file and run it again`);
    },
  );
}
