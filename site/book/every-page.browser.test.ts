import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium } from "../../tools/browser/open-chromium.ts";
import { pdfTextDepths } from "../../tools/browser/pdf-text-depths.ts";
import { readCourse } from "../../tools/course/course-list.ts";
import { fixtureCourse } from "../../tools/fixture/fixture-course.ts";
import { bookPages } from "../../tools/look/site-pages.ts";
import { findProgram } from "../../tools/programs/find-program.ts";
import { buildSite } from "./build-site.ts";

const MARGIN = { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" };
const chromium = findProgram("chromium");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const build = join(projectRoot, "build/fixture");
const target = join(build, "every-page-site");
/** Those of the course, and of the fixture's: what a page can show, formulas included. */
const pages = (): string[] =>
  ["every-page-site", "every-page-fixture"].flatMap((site) =>
    bookPages(join(build, site)).map((path) => `${site}/${path}`),
  );
// npm test runs the whole course into build/test first; without it the lessons are those that were not run
const executed = join(projectRoot, "build/test/course");

describe.runIf(chromium)("every page of the book", { timeout: 600_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    await buildSite({
      course: readCourse(projectRoot),
      notebooks: existsSync(executed) ? executed : join(projectRoot, "notebooks"),
      target,
      browser: true,
    });
    const root = fixtureCourse("course", "every-page");
    const notebooks = join(root, "notebooks");
    await buildSite({
      course: readCourse(root),
      root,
      notebooks,
      target: join(build, "every-page-fixture"),
    });
    browser = await openChromium(chromium as string);
  });
  afterAll(() => browser?.close());

  test.each([390, 1440])(
    "has no serious or critical finding by axe at %i pixels, in both themes, and does not scroll sideways",
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      // drawn formulas are nine tenths of a lesson's elements, and take axe as long; the fixture's are looked at
      await page.route("**/every-page-site/**/katex.min.js", (route) => route.abort());
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
    },
  );

  test("does not scroll sideways at 1000 pixels, asks for each prediction, and throws no error", async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    const troubles: string[] = [];
    page.on("pageerror", ({ message }) => troubles.push(`${page.url()}: ${message}`));
    let forms = 0;
    for (const path of pages()) {
      await page.goto(pathToFileURL(join(build, path)).href);
      troubles.push(...(await scrollsSideways(page, path)));
      const [asked, made] = ["[data-predict]", "[data-predict] form"].map((part) =>
        page.locator(part).count(),
      );
      expect(await made, path).toBe(await asked);
      forms += (await made) as number;
    }
    await page.close();
    expect(troubles).toEqual([]);
    expect(forms).toBeGreaterThan(15);
  });

  test("prints with no page less than half full but the last, whatever the theme", async () => {
    const page = await browser.newPage({ colorScheme: "dark" });
    const empty: string[] = [];
    const lessons = pages().filter((path) => /\/\d\d-[^/]*$/.test(path));
    expect(lessons.length).toBeGreaterThan(8);
    for (const path of lessons) {
      await page.goto(pathToFileURL(join(build, path)).href);
      const depths = pdfTextDepths(await page.pdf({ format: "A4", margin: MARGIN }));
      expect(depths.length).toBeGreaterThan(0);
      for (const [i, depth] of depths.slice(0, -1).entries()) {
        if (!(depth >= 0.5)) empty.push(`${path}, page ${i + 1}: its text ends at ${depth.toFixed(2)}`);
      }
    }
    await page.close();
    expect(empty).toEqual([]);
  });

  test("what is folded prints open, with the picture for paper in place of the drawn chart", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(build, "every-page-fixture/01-outputs.html")).href);
    const answer = page.locator("details p", { hasText: "Two words," });
    const height = (): Promise<number> =>
      answer.evaluate((element) => element.getBoundingClientRect().height);
    expect(await height()).toBe(0);
    await page.emulateMedia({ media: "print" });
    expect(await height()).toBeGreaterThan(0);
    expect(await page.locator("nav:visible, .masthead:visible").count()).toBe(0);
    await page.close();
  });

  test("pdfTextDepths() sees a page that is half empty", async () => {
    const page = await browser.newPage();
    await page.setContent(
      "<p style='break-after:page'>a<p style='height:200mm'>b<p>c<div style='break-before:page'></div><svg></svg>",
    );
    const [first = 1, second = 0] = pdfTextDepths(await page.pdf({ format: "A4", margin: MARGIN }));
    await page.close();
    expect(first).toBeLessThan(0.15);
    expect(second).toBeGreaterThan(0.7);
  });
});

async function scrollsSideways(page: Page, path: string): Promise<string[]> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return beyond > 0 ? [`${path}: ${beyond} pixels wider than the window`] : [];
}

/** In the page: all rules, or those named. */
function runAxe(rules?: readonly string[]): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
  const common: RunOptions = { resultTypes: ["violations"], iframes: false };
  return axe.run(rules ? { ...common, runOnly: [...rules] } : common);
}
