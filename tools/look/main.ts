// npm run look                                  takes screenshots of everything, in both themes and three widths, into build/look
// npm run look -- jupyterlab                    of one source: site, jupyterlab or jupyterlite
// npm run look -- site --only 04-cbow           of the site's pages whose names contain a text
// npm run look -- site --width 390 --theme dark of the site in one width and theme
import "../print/plain-errors.ts";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium, WEBGL } from "../browser/open-chromium.ts";
import { findProgram } from "../programs/find-program.ts";
import { lookAtJupyterlab } from "./jupyterlab.ts";
import { lookAtJupyterlite } from "./jupyterlite.ts";
import { lookAt, THEMES, WIDTHS } from "./look-at.ts";
import type { LookPage } from "./look-page.ts";
import { requireKnown } from "./require-known.ts";
import { pagesNamed, sitePages } from "./site-pages.ts";

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
/** Each source: its name -> what takes its screenshots into a folder. */
const LOOKS: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  site: lookAtSite,
  jupyterlab: lookAtJupyterlab,
  jupyterlite: lookAtJupyterlite,
};
requireKnown("source", positionals, Object.keys(LOOKS));
requireKnown("width", values.width, WIDTHS.map(String));
requireKnown("theme", values.theme, THEMES);
for (const [name, look] of Object.entries(LOOKS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const folder = join(projectRoot, "build/look", name);
  mkdirSync(folder, { recursive: true });
  await look(folder);
  console.log(`${name}: ${folder}`);
}

async function lookAtSite(folder: string): Promise<void> {
  const wanted = pagesNamed(sitePages(values.site), values.only);
  const browser = await openChromium(chromium as string, WEBGL);
  try {
    for (const page of wanted) await lookAtPage(browser, page, folder);
  } finally {
    await browser.close();
  }
}

async function lookAtPage(browser: Browser, page: LookPage, folder: string): Promise<void> {
  for (const theme of THEMES.filter((one) => values.theme.includes(one))) {
    for (const width of WIDTHS.filter((one) => values.width.includes(String(one)))) {
      const taken = await lookAt(browser, page, { theme, width, folder });
      console.log(`${taken.file}${taken.wider > 0 ? `  scrolls sideways by ${taken.wider} pixels` : ""}`);
    }
  }
}
