import { join } from "node:path";
import { durationText } from "../../kernel-helpers/src/base/index.ts";
import { buildTry } from "./build-try.ts";

/**
 * Puts the site for browsers into try/, next to the pages of `site`. Returns a line that says so, with the time it
 * took.
 */
export async function addTry(site: string): Promise<string> {
  const start = performance.now();
  await buildTry(join(site, "try"));
  const time = durationText((performance.now() - start) / 1000);
  return `try/ next to it runs the lessons in a browser (${time}): npx --no-install w2v serve-site`;
}
