import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";

/**
 * Matches a folder or a link to one, with a slash at its end, that .gitignore leaves out: what lies in it is not part of the
 * repository. Patterns with a star are for single files.
 */
const MADE = new RegExp(
  [".git/", ...readFileSync(join(projectRoot, ".gitignore"), "utf8").split("\n")]
    .filter((line) => line !== "" && !line.includes("*"))
    .map((pattern) => {
      const line = pattern.endsWith("/") ? pattern : `${pattern}/`;
      const anchored = line.slice(0, -1).includes("/"); // as git understands it: from the root
      return `${anchored ? "^" : "(^|/)"}${line.replace(/^\//, "").replaceAll(".", "\\.")}`;
    })
    .join("|"),
);

/** Every file and folder of the repository, a folder with a slash at its end. */
export function repositoryPaths(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (MADE.test(`${path}/`)) return [];
    return entry.isDirectory() ? [`${path}/`, ...repositoryPaths(root, `${path}/`)] : [path];
  });
}

/** The paths that a document names in backticks and that are not there, at the root or below some folder. */
export function missingPaths(text: string, paths: readonly string[]): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, "");
  const words = [...prose.matchAll(/`([^`]+)`/g)]
    .flatMap(([, code = ""]) => code.split(/\s+/))
    .map((word) => word.replace(/^(\.\.?\/)+/, ""));
  return words.filter((word) => isPath(word) && !paths.some((path) => fits(word, path)));
}

/** Whether a word looks like a path of the repository and not like a package, an address or something that is made. */
function isPath(word: string): boolean {
  if (!/^[\w.*{][\w.*{},<>/-]*$/.test(word) || MADE.test(`${word}/`)) return false;
  return /^[\w.*{},<>-]+\/[\w.*{},<>/-]*$/.test(word) || /\w\.(ts|cjs|mjs|py)$/.test(word);
}

/** `*` and `<name>` stand for any name, `{a,b}` for one of its parts. */
function fits(word: string, path: string): boolean {
  const pattern = word
    .replaceAll(".", "\\.")
    .replaceAll(/\*|<[^>]*>/g, "[^/]+")
    .replaceAll(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(",", "|")})`);
  return new RegExp(`(^|/)${pattern}${word.endsWith("/") ? "" : "/?"}$`).test(path);
}
