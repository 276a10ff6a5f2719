import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders that commands make or fill: what lies in them is not part of the repository. */
const MADE = new Set([
  ".git",
  ".venv",
  "__pycache__",
  "build",
  "dist",
  "node_modules",
  "try",
  "types",
  "work",
]);

/** Every file and folder of the repository, a folder with a slash at its end. */
export function repositoryPaths(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (MADE.has(entry.name)) return [];
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
  if (!/^[\w.*{][\w.*{},<>/-]*$/.test(word) || MADE.has(word.split("/")[0] as string)) return false;
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
