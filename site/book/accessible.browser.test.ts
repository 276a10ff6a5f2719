import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium } from "../../tools/browser/open-chromium.ts";
import { readCourse } from "../../tools/course/course-list.ts";
import { fixtureCourse } from "../../tools/fixture/fixture-course.ts";
import { bookPages } from "../../tools/look/site-pages.ts";
import { findProgram } from "../../tools/programs/find-program.ts";
import { buildSite } from "./build-site.ts";

const chromium = findProgram("chromium");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const build = join(projectRoot, "build/fixture");
const target = join(build, "accessible-site");
/** Those of the course, and of the fixture's: what a page can show, formulas included. */
const pages = (): string[] =>
  ["accessible-site", "accessible-fixture"].flatMap((site) =>
    bookPages(join(build, site)).map((path) => `${site}/${path}`),
  );
// npm test runs the whole course into build/test first; without it the lessons are those that were not run
const executed = join(projectRoot, "build/test/course");

describe.runIf(chromium)("every page of the book, by axe", { timeout: 600_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await buildSite({
      course: readCourse(projectRoot),
      notebooks: existsSync(executed) ? executed : join(projectRoot, "notebooks"),
      target,
      browser: true,
    });
    const root = fixtureCourse("course", "accessible");
    const notebooks = join(root, "notebooks");
    await buildSite({
      course: readCourse(root),
      root,
      notebooks,
      target: join(build, "accessible-fixture"),
    });
    browser = await openChromium(chromium as string);
  });
  afterAll(() => browser?.close());

  test.each([390, 1440])("has no serious or critical finding at %i pixels, in both themes", async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    // drawn formulas are nine tenths of a lesson's elements, and take axe as long; the fixture's are looked at
    await page.route("**/accessible-site/**/katex.min.js", (route) => route.abort());
    const found: string[] = [];
    let passed = 0;
    const look = async (path: string, rules?: readonly string[]): Promise<void> => {
      const { passes, violations } = await page.evaluate(runAxe, rules);
      passed += passes.length;
      for (const { id, impact, nodes } of violations) {
        if (impact !== "serious" && impact !== "critical") continue;
        found.push(...nodes.map(({ html }) => `${path}: ${id}: ${html.slice(0, 160)}`));
      }
    };
    for (const path of pages()) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(pathToFileURL(join(build, path)).href);
      await page.addScriptTag({ path: axe });
      await look(path);
      await page.emulateMedia({ colorScheme: "dark" });
      await look(path, ["color-contrast"]); // a theme changes nothing but colours
    }
    await page.close();
    expect(found).toEqual([]);
    expect(passed).toBeGreaterThan(pages().length * 15);
  });
});

/** In the page. */
function runAxe(rules?: readonly string[]): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
  const only = rules ? { runOnly: { type: "rule", values: [...rules] } as const } : {};
  return axe.run({ resultTypes: ["violations"], iframes: false, ...only });
}
