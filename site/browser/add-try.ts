import { join } from "node:path";
import { duration } from "../../tools/course/duration.ts";
import { buildTry } from "./build-try.ts";

/** Puts the site for browsers beside the pages of `site`, in try/. Gives a line that says so, and how long it took. */
export async function addTry(site: string): Promise<string> {
  const start = performance.now();
  await buildTry(join(site, "try"));
  const time = duration((performance.now() - start) / 1000);
  return `try/ beside it runs the lessons in a browser (${time}): npx --no-install w2v serve-site`;
}
