import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A notebook without cells, at the top of the site: tests write theirs into it. */
export const EMPTY_NOTEBOOK = "empty.ipynb";

/** Copies the site, with the front end's object in each page: by it a test asks the notebook, in any browser. */
export function siteWithApp(site: string, target: string): string {
  rmSync(target, { recursive: true, force: true });
  cpSync(site, target, { recursive: true });
  const file = join(target, "jupyter-lite.json");
  const config = JSON.parse(readFileSync(file, "utf8")) as { "jupyter-config-data": object };
  Object.assign(config["jupyter-config-data"], { exposeAppInBrowser: true });
  writeFileSync(file, JSON.stringify(config));
  return target;
}

/** Puts the empty notebook into a copy of the site, where JupyterLite lists and finds it. */
export function addEmptyNotebook(site: string): void {
  const kernelspec = { name: "w2v", display_name: "TypeScript (word2vec-lab)", language: "typescript" };
  const notebook = { metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5, cells: [] };
  writeFileSync(join(site, "files", EMPTY_NOTEBOOK), JSON.stringify(notebook));
  const list = join(site, "api/contents/all.json");
  const listing = JSON.parse(readFileSync(list, "utf8")) as { content: object[] };
  const entry = { name: EMPTY_NOTEBOOK, path: EMPTY_NOTEBOOK, type: "notebook", format: null, content: null };
  const common = { mimetype: null, size: 100, writable: true, created: TIME, last_modified: TIME };
  listing.content.push({ ...entry, ...common });
  writeFileSync(list, JSON.stringify(listing));
}

const TIME = "2026-01-01T00:00:00Z";
