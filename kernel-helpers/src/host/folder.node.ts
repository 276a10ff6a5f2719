import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ListedFile } from "./contract.ts";
import { fileError } from "./system-error.node.ts";

/** All files below a folder, see `Host.list`. Links to files are followed, links to folders are not: they may lead in a circle. */
export async function listFolder(path: string): Promise<readonly ListedFile[] | undefined> {
  const about = await stat(path).catch(() => undefined); // who opens it says why
  if (!about?.isDirectory()) return undefined;
  try {
    const files = await filesBelow(path);
    return files
      .map(({ path: file, size }) => ({ path: relative(path, file).split(sep).join("/"), size }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    throw fileError("open", path, error);
  }
}

/** Not by `readdir` with `recursive`, which follows links to folders from Node 26 on. */
async function filesBelow(folder: string): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const file of await filesBelow(path)) files.push(file);
    if (!entry.isFile() && !entry.isSymbolicLink()) continue;
    const about = await stat(path).catch(() => undefined); // a link that leads nowhere
    if (about?.isFile()) files.push({ path, size: about.size });
  }
  return files;
}
