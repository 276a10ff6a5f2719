import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ListedFile } from "./contract.ts";
import { fileError } from "./system-error.node.ts";

/** All files below a folder, see `Host.list`. Links to files are followed, links to folders are not: they may lead in a circle. */
export async function listFolder(path: string): Promise<readonly ListedFile[] | undefined> {
  const about = await stat(path).catch(() => undefined); // who opens it says why
  if (!about?.isDirectory()) return undefined;
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files: ListedFile[] = [];
    for (const entry of entries) {
      if (!entry.isFile() && !entry.isSymbolicLink()) continue;
      const file = join(entry.parentPath, entry.name);
      const about = await stat(file).catch(() => undefined); // a link that leads nowhere
      if (about?.isFile()) files.push({ path: relative(path, file).split(sep).join("/"), size: about.size });
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    throw fileError("open", path, error);
  }
}
