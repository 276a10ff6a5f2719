import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Secret } from "./course-secrets.ts";

/** Where secrets occur in the files below `folder`: "files/x.ipynb: solution hidden-layer of 04-cbow". */
export function findSecrets(folder: string, secrets: readonly Secret[]): string[] {
  const wanted = secrets.map(({ name, text }) => ({ name, text: squeeze(text) }));
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return files.flatMap((file) => {
    const given = readFileSync(join(folder, file), "utf8");
    const text = squeeze(file.endsWith(".html") ? textOfPage(given) : given);
    return wanted.filter((secret) => text.includes(secret.text)).map(({ name }) => `${file}: ${name}`);
  });
}

/** Normalises code, so that it looks the same in a notebook's list of lines, in a string or as it is. */
function squeeze(text: string): string {
  return text.replace(/\\n|[\s"'`,\\]/g, "");
}

/** A page's code without the tags that colour it. */
function textOfPage(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? "");
}
