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
import { ofToday } from "../../tools/test/of-today.ts";
import { buildSite } from "./build-site.ts";

const MARGIN = { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" };
/** Rules whose verdict depends on a page's width; the others are asked once. */
const WIDTH_RULES = ["scrollable-region-focusable", "target-size"];
const chromium = findProgram("chromium");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const build = join(projectRoot, "build/fixture");
const target = join(build, "every-page-site");
/** Those of the course, and of the fixture's: what a page can show, formulas included. */
const pages = (): string[] =>
  ["every-page-site", "every-page-fixture"].flatMap((site) =>
    bookPages(join(build, site)).map((path) => `${site}/${path}`),
  );
/** The fixture's pages and the front page, and of the others those that CI tries today. */
const pagesOfToday = (): string[] =>
  pages().filter((path, place) => /fixture|index/.test(path) || ofToday(place, 5));
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

  test("has no serious or critical finding by axe at 390 and 1440 pixels, in both themes, and does not scroll sideways", async () => {
    const page = await browser.newPage();
    // drawn formulas are nine tenths of a lesson's elements, and take axe as long; the fixture's are looked at
    await page.route("**/every-page-site/**/katex.min.js", (route) => route.abort());
    const found: string[] = [];
    let passed = 0;
    const look = async (place: string, rules?: readonly string[]): Promise<void> => {
      const { passes, violations } = await page.evaluate(runAxe, rules);
      passed += passes.length;
      for (const { id, impact, nodes } of violations) {
        if (impact !== "serious" && impact !== "critical") continue;
        found.push(...nodes.map(({ html }) => `${place}: ${id}: ${html.slice(0, 160)}`));
      }
    };
    for (const path of pagesOfToday()) {
      await resize(page, 1440);
      await page.goto(pathToFileURL(join(build, path)).href);
      await page.waitForFunction(() => document.querySelector(".w2v-view:not([data-drawn])") === null);
      await page.addScriptTag({ path: axe });
      await page.evaluate(keepOneTokenOfAKind);
      found.push(...(await scrollsSideways(page, path)));
      await look(`${path}, 1440 pixels`, WIDTH_RULES);
      await resize(page, 390);
      found.push(...(await scrollsSideways(page, path)));
      await look(`${path}, 390 pixels`);
      await page.emulateMedia({ colorScheme: "dark" });
      await look(`${path}, dark`, ["color-contrast"]); // a theme changes nothing but colours, whatever the width
      await page.emulateMedia({ colorScheme: "light" });
    }
    await page.close();
    expect(found).toEqual([]);
    expect(passed).toBeGreaterThan(pagesOfToday().length * 20);
  });

  test("does not scroll sideways at 1000 pixels, asks for each prediction, throws no error; a lesson prints with no page less than half full but the last, whatever the theme", async () => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    const troubles: string[] = [];
    page.on("pageerror", ({ message }) => troubles.push(`${page.url()}: ${message}`));
    let [forms, printed] = [0, 0];
    for (const path of pages()) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(pathToFileURL(join(build, path)).href);
      troubles.push(...(await scrollsSideways(page, path)));
      const [asked, made] = ["[data-predict]", "[data-predict] form"].map((part) =>
        page.locator(part).count(),
      );
      expect(await made, path).toBe(await asked);
      forms += (await made) as number;
      if (!/\/\d\d-[^/]*$/.test(path)) continue;
      await page.emulateMedia({ colorScheme: "dark" });
      troubles.push(...emptyPages(path, await page.pdf({ format: "A4", margin: MARGIN })));
      printed++;
    }
    await page.close();
    expect(troubles).toEqual([]);
    expect(forms).toBeGreaterThan(15);
    expect(printed).toBeGreaterThan(8);
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

/** Gives the window another width; what the page adapts to it, it has adapted. */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))), // after the observers
  );
}

/** The pages of a printed lesson, but the last, whose text ends above their middle. */
function emptyPages(path: string, pdf: Buffer): string[] {
  const depths = pdfTextDepths(pdf);
  expect(depths.length).toBeGreaterThan(0);
  return depths
    .slice(0, -1)
    .flatMap((depth, i) =>
      depth >= 0.5 ? [] : [`${path}, page ${i + 1}: its text ends at ${depth.toFixed(2)}`],
    );
}

async function scrollsSideways(page: Page, path: string): Promise<string[]> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return beyond > 0 ? [`${path}: ${beyond} pixels wider than the window`] : [];
}

/**
 * In the page: coloured code is nine tenths of what a lesson without drawn formulas is made of. Each block keeps all its
 * text, and of each kind of coloured token the first.
 */
function keepOneTokenOfAKind(): void {
  for (const block of document.querySelectorAll("pre")) {
    const kinds = new Set<string>();
    for (const token of block.querySelectorAll("span")) {
      if (kinds.has(token.className)) token.replaceWith(...token.childNodes);
      else kinds.add(token.className);
    }
    block.normalize();
  }
}

/** In the page: all rules, or those named. */
function runAxe(rules?: readonly string[]): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
  const common: RunOptions = { resultTypes: ["violations"], iframes: false };
  return axe.run(rules ? { ...common, runOnly: [...rules] } : common);
}
