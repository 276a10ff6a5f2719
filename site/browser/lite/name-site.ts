import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Course } from "../../../tools/course/course-list.ts";
import { writeWhole } from "../modules/write-whole.ts";
import { escapeHtml } from "./escape-html.ts";
import { LOADING_STYLE, LOADING_TEXT } from "./loading-screen.ts";

/** Files of JupyterLite that no page needs. */
const LEFTOVERS = [
  "doc",
  "jupyterlite.schema.v0.json",
  "package.json",
  "rspack.config.analyze.js",
  "rspack.config.js",
  "rspack.config.watch.js",
];

/** In the page from the start: without an icon a browser asks the host for /favicon.ico. */
const ICON = '<link rel="icon" href="../favicon.svg">';

/** Puts the course's name into the titles and the web app manifest of a built JupyterLite, and removes leftovers. */
export function nameSite(site: string, { title }: Course): void {
  for (const name of LEFTOVERS) rmSync(join(site, name), { recursive: true, force: true });
  for (const app of ["notebooks", "tree"]) {
    const page = join(site, app, "index.html");
    const text = readFileSync(page, "utf8")
      .replace(/<title>.*?<\/title>/s, `<title>${escapeHtml(title)}</title>\n    ${ICON}`)
      .replace("Loading JupyterLite...", "Opening the lesson …")
      .replace("</head>", `${LOADING_STYLE}\n</head>`)
      .replace(/<body[^>]*>/, (body) => `${body}\n${LOADING_TEXT}`)
      .replace("WASM powered Jupyter running in the browser.", escapeHtml(title));
    writeWhole(page, text);
    useIcon(join(site, app, "jupyter-lite.json"));
  }
  const file = join(site, "manifest.webmanifest");
  if (!existsSync(file)) return;
  const { shortcuts: _, ...manifest } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const named = { ...manifest, name: title, short_name: title, description: title };
  writeWhole(file, `${JSON.stringify(named, null, 1)}\n`);
}

/** A view has its own icon, which would take precedence over the site's. */
function useIcon(file: string): void {
  const config = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, unknown>>;
  const data = { ...config["jupyter-config-data"], faviconUrl: "../favicon.svg" };
  writeWhole(file, `${JSON.stringify({ ...config, "jupyter-config-data": data }, null, 1)}\n`);
}
