import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** `name` is a package and a path in it, which must not lead out of it. */
const NAME = /^(?<name>(?:@[\w.~-]+\/)?[\w~-][\w.~-]*)\/(?<path>.+)$/;

/**
 * The path of a file in a package of a node_modules folder in `project` or above it, see `Host.packageFile`. Throws
 * RangeError for a name that is none, and Error for a package that is not installed.
 */
export function packageFile(name: string, project: string): string {
  const { name: packageName = "", path = "" } = NAME.exec(name)?.groups ?? {};
  if (path === "" || path.split(/[\\/]/).includes("..")) {
    throw new RangeError(
      `Cannot open npm:${name} as it must be a package and the path of a file in it: npm:some-package/data/texts.txt`,
    );
  }
  for (let folder = project; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", packageName);
    if (existsSync(found)) return join(found, path);
    if (dirname(folder) === folder) break;
  }
  throw new Error(
    `Cannot open npm:${name}: the package ${packageName} is not installed. Remedy: npm install ${packageName}`,
  );
}
