import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

/** What an address of the site leads to: a file, the same address with a slash added, or nothing, with the status. */
export type SiteFile =
  | { readonly kind: "file"; readonly path: string; readonly bytes: number; readonly changed: number }
  | { readonly kind: "slash" }
  | { readonly kind: "none"; readonly status: 400 | 404 };

/**
 * Finds the file below `root` (a real path) for the path of an address. A path that leads outside, through `..` or a
 * link, is not found: the folder may be next to files that nobody meant to publish. Neither is a name with a dot at its
 * beginning, such as `.git`, except the `.well-known` of RFC 8615.
 */
export async function siteFile(root: string, pathname: string): Promise<SiteFile> {
  const wanted = decoded(pathname);
  if (wanted === undefined) return { kind: "none", status: 400 };
  if (/(?:^|[\\/])\.(?!well-known(?:[\\/]|$))/.test(wanted)) return NOT_FOUND; // `..` too, though realpath would see it
  try {
    const path = await realpath(join(root, wanted));
    if (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep)) return NOT_FOUND;
    const found = await stat(path);
    if (found.isDirectory()) {
      return wanted.endsWith("/") ? await siteFile(root, `${pathname}index.html`) : { kind: "slash" };
    }
    if (!found.isFile() || wanted.endsWith("/")) return NOT_FOUND;
    return { kind: "file", path, bytes: found.size, changed: found.mtimeMs };
  } catch {
    return NOT_FOUND; // a missing file, or one that may not be read
  }
}

const NOT_FOUND: SiteFile = { kind: "none", status: 404 };

/** The path with its %-escapes decoded; undefined if they are not valid text or contain a NUL. */
function decoded(pathname: string): string | undefined {
  try {
    const text = decodeURIComponent(pathname);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
