import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { countColours } from "../../tools/browser/count-colours.ts";
import { openChromium, WEBGL } from "../../tools/browser/open-chromium.ts";
import { type PageTroubles, watchPage } from "../../tools/browser/watch-page.ts";
import { readCourse } from "../../tools/course/course-list.ts";
import { runLessons, succeeded } from "../../tools/course/run-lessons.ts";
import { fixtureCourse } from "../../tools/fixture/fixture-course.ts";
import { findProgram } from "../../tools/programs/find-program.ts";
import { buildSite } from "./build-site.ts";

const chromium = findProgram("chromium");
const site = join(projectRoot, "build/fixture/site");
const withBrowser = join(projectRoot, "build/fixture/site-with-try");
const screenshots = join(projectRoot, "build/screenshots");
const silent = { begin: () => {}, follow: () => {}, end: () => {} };
const FIGURES = 3;

beforeAll(async () => {
  const root = fixtureCourse("course", "site");
  const course = readCourse(root);
  const build = join(root, "build");
  const signal = new AbortController().signal;
  const results = await runLessons(course.lessons, { root, build, fast: "1", signal, progress: silent });
  expect(results.map(succeeded)).toEqual([true, true]);
  expect(results.map(({ figures }) => figures)).toEqual([FIGURES, 0]);
  await buildSite({ course, notebooks: build, target: site });
  await buildSite({ course, notebooks: build, target: withBrowser, browser: true });
  mkdirSync(screenshots, { recursive: true });
});

test("pages beside try/ link to their lesson and exercises there, with relative addresses; other pages do not", () => {
  const links = (folder: string, page: string): string[] =>
    [...readFileSync(join(folder, page), "utf8").matchAll(/href="(try\/[^"]*)"/g)].map(
      ([, href = ""]) => href,
    );
  expect(links(withBrowser, "index.html")).toEqual(["try/index.html"]);
  expect(links(withBrowser, "01-outputs.html")).toEqual([
    "try/notebooks/index.html?path=notebooks%2F01-outputs.ipynb",
    "try/notebooks/index.html?path=exercises%2F01-outputs-exercises.ipynb",
  ]);
  expect(links(withBrowser, "02-next.html")).toEqual([]); // it needs Node
  expect(links(site, "index.html")).toEqual([]);
  expect(links(site, "01-outputs.html")).toEqual([]);
});

describe.runIf(chromium)("the site in Chromium, from files", () => {
  let browser: Browser;
  let page: Page;
  let troubles: PageTroubles;
  const open = async (name: string): Promise<void> => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    troubles = watchPage(page, [pathToFileURL(site).href]);
    await page.goto(pathToFileURL(join(site, name)).href);
  };
  const drawn = async (kind: string): Promise<number> => {
    const figure = page.locator(`figure[data-kind=${kind}]`).first();
    await figure.scrollIntoViewIfNeeded();
    await page.locator(`figure[data-kind=${kind}][data-drawn]`).first().waitFor({ timeout: 60_000 });
    const handle = await figure.elementHandle();
    return handle ? countColours(page, handle) : 0;
  };
  beforeAll(async () => {
    browser = await openChromium(chromium as string, WEBGL);
  });
  afterAll(() => browser?.close());

  test("the index links to each page, and the pages to each other", async () => {
    await open("index.html");
    await page.getByRole("link", { name: "Every kind of output" }).click();
    await page.click("a[rel=next]");
    expect(await page.textContent("h1")).toBe("02 The next page");
    expect(await page.locator('main a[href="01-outputs.html"]').count()).toBe(1);
    expect(await page.locator('a[href*=".ipynb"]').count()).toBe(0);
    expect(troubles).toEqual({ errors: [], foreign: [] });
  });

  test("both kinds of chart are drawn, without errors and without requests to other sites", async () => {
    await open("01-outputs.html");
    expect(await drawn("vega")).toBeGreaterThan(10);
    expect(await drawn("plotly")).toBeGreaterThan(10);
    expect(await page.locator("figure.chart .static:visible").count()).toBe(0);
    const label = await page.getAttribute("figure[data-kind=vega] .drawn", "aria-label");
    expect(label).toContain("loss falls from 4.00");
    expect(await page.locator(".katex-display .mfrac").count()).toBeGreaterThan(0);
    expect(troubles).toEqual({ errors: [], foreign: [] });
    await page.screenshot({ path: join(screenshots, "site.png"), fullPage: true });
  });

  test("from a file, where browsers cannot run notebooks, the links lead to the page that says what to do", async () => {
    page = await browser.newPage();
    await page.goto(pathToFileURL(join(withBrowser, "01-outputs.html")).href);
    await page.waitForSelector(".katex-display .mfrac");
    expect(await page.getAttribute("a.run", "href")).toBe("try/index.html");
    await page.screenshot({ path: join(screenshots, "site-run-link.png") });
  });

  test("without scripts the pictures are shown", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(pathToFileURL(join(site, "01-outputs.html")).href);
    expect(await page.locator("figure img:visible").count()).toBe(FIGURES);
    await context.close();
  });

  test("a page without a Plotly figure does not load Plotly", async () => {
    await open("02-next.html");
    expect(await page.locator('script[src*="plotly"]').count()).toBe(0);
  });

  // npm test runs the whole course into build/test first; to run this test alone, do that once.
  const own = join(projectRoot, "build/test/site");
  const lesson = join(own, "04-cbow.html");
  test.runIf(existsSync(lesson))(
    "the course's own page draws (npm run course -- --fast --into build/test)",
    async () => {
      page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      troubles = watchPage(page, [pathToFileURL(own).href]);
      await page.goto(pathToFileURL(lesson).href);
      expect(await drawn("vega")).toBeGreaterThan(10);
      expect(await drawn("plotly")).toBeGreaterThan(10);
      expect(troubles).toEqual({ errors: [], foreign: [] });
      await page.screenshot({ path: join(screenshots, "site-cbow.png") });
    },
  );
});
