import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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
