import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FILES = /^(?:licen[cs]e|copying|notice|third-?party-?notice)/i;

/** A package's licence: its own files or, if it has none, the name in its package.json. */
export function licenceText(folder: string): string {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && FILES.test(entry.name))
    .map(({ name }) => name)
    .sort();
  if (names.length > 0)
    return names.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n");
  const { license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof license !== "string") {
    throw new Error(
      `Cannot list the licences: the package in ${folder} names no licence. ` +
        "Remedy: bundle another package, or write what its authors say into site/browser/licences",
    );
  }
  const who = typeof author === "string" ? author : author?.name;
  return `${license}${who === undefined ? "" : `, by ${who}`}. The package brings no text of its licence.`;
}
