// npm run look                             takes screenshots of every page, in both themes and three widths, into build/look
// npm run look -- site --only 04-cbow      of the pages of one source whose names contain a text
// npm run look -- --width 390 --theme dark of one width and theme
import "../print/plain-errors.ts";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium, WEBGL } from "../browser/open-chromium.ts";
import { findProgram } from "../programs/find-program.ts";
import { lookAt, THEMES, WIDTHS } from "./look-at.ts";
import type { LookPage } from "./look-page.ts";
import { sitePages } from "./site-pages.ts";

/** Each source of pages: its name -> its pages, given the folder of the site. A further source is one line here. */
const LOOKS: Readonly<Record<string, (site: string) => readonly LookPage[]>> = { site: sitePages };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    width: { type: "string", multiple: true, default: WIDTHS.map(String) },
    theme: { type: "string", multiple: true, default: [...THEMES] },
    site: { type: "string", default: join(projectRoot, "build/site") },
  },
});
const chromium = findProgram("chromium");
if (chromium === undefined)
  throw new Error("Cannot take screenshots: Chromium is missing. Remedy: install Chromium");
const unknown = positionals.filter((name) => !(name in LOOKS));
if (unknown.length > 0) {
  const known = Object.keys(LOOKS).join(", ");
  throw new RangeError(`Cannot look at "${unknown[0]}" as there is no such source: the sources are ${known}`);
}
const folder = join(projectRoot, "build/look");
mkdirSync(folder, { recursive: true });
const browser = await openChromium(chromium, WEBGL);
for (const [name, pages] of Object.entries(LOOKS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const wanted = pages(values.site).filter((page) => page.name.includes(values.only));
  for (const page of wanted) {
    for (const theme of THEMES.filter((one) => values.theme.includes(one))) {
      for (const width of WIDTHS.filter((one) => values.width.includes(String(one)))) {
        const taken = await lookAt(browser, page, { theme, width, folder: join(folder, name) });
        console.log(`${taken.file}${taken.wider > 0 ? `  scrolls sideways by ${taken.wider} pixels` : ""}`);
      }
    }
  }
}
await browser.close();
