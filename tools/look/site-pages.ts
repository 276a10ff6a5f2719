import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { LookPage } from "./look-page.ts";

/** Every page of the book in `site`, opened from its file; try/ is another source. */
export function sitePages(site: string): LookPage[] {
  if (!existsSync(join(site, "index.html")))
    throw new Error(`Cannot look at the site as there is none in ${site}. Remedy: npm run course`);
  return bookPages(site).map((path) => ({
    name: path.replace(".html", "").replaceAll("/", "-"),
    address: pathToFileURL(join(site, path)).href,
  }));
}

/** The pages whose names contain `text`. Throws RangeError if none does. */
export function pagesNamed(pages: readonly LookPage[], text: string): LookPage[] {
  const found = pages.filter(({ name }) => name.includes(text));
  if (found.length > 0) return found;
  throw new RangeError(
    `Cannot take screenshots as no page's name contains "${text}": the names are ${pages.map(({ name }) => name).join(", ")}`,
  );
}

/** The paths of the book's pages below `site`: "exercises/04-cbow.html". */
export function bookPages(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".html") && !name.startsWith("try/"))
    .sort();
}
