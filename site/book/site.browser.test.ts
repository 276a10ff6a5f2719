import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder } from "../../kernel-helpers/src/serve/index.ts";
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
  const built = await buildSite({ course, root, notebooks: build, target: site });
  expect(built.missing).toEqual([]);
  await buildSite({ course, root, notebooks: build, target: withBrowser, browser: true });
  mkdirSync(screenshots, { recursive: true });
});

test("pages beside try/ link to their lesson and exercises there, with relative addresses; other pages do not", () => {
  const links = (folder: string, page: string): string[] =>
    [...readFileSync(join(folder, page), "utf8").matchAll(/href="([./]*try\/[^"]*)"/g)].map(
      ([, href = ""]) => href,
    );
  const lesson = "try/notebooks/index.html?path=notebooks%2F01-outputs.ipynb";
  const practice = "01-outputs-exercises.html";
  const exercises = `try/notebooks/index.html?path=exercises%2F01-outputs-exercises.ipynb`;
  expect(links(withBrowser, "index.html")).toEqual([lesson]);
  expect(links(withBrowser, "01-outputs.html")).toEqual([lesson, exercises]);
  expect(links(withBrowser, `exercises/${practice}`)).toEqual([`../${exercises}`]);
  expect(links(withBrowser, "02-next.html")).toEqual([]); // it needs Node
  for (const page of ["index.html", "01-outputs.html", `exercises/${practice}`]) {
    expect(links(site, page)).toEqual([]);
  }
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
    expect(await drawn("plotly")).toBeGreaterThan(10); // the last map of the lesson that is the cover
    await page.getByRole("link", { name: "Every kind of output", exact: true }).click();
    await page.click("a[rel=next]");
    expect(await page.textContent("h1")).toBe("02 The next page");
    expect(await page.locator('main section a[href="01-outputs.html"]').count()).toBe(1);
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

  test("the search finds a heading and leads to it, from a file and by the keyboard alone", async () => {
    await open("index.html");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("takeaw");
    await page.locator(".found a").first().waitFor();
    expect(await page.getByRole("status").textContent()).toBe("1 found");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/01-outputs\.html#takeaways$/i);
    expect(await page.locator("h2:has-text('Takeaways')").isVisible()).toBe(true);
    await page.getByRole("searchbox").fill("zzzz");
    await page.getByText("Nothing found").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator(".found").isVisible()).toBe(false);
    expect(troubles).toEqual({ errors: [], foreign: [] });
  });

  test("a search whose texts did not load says so, and works when they do", async () => {
    page = await browser.newPage();
    const texts = "**/search-texts.js";
    await page.route(texts, (route) => route.abort());
    await page.goto(pathToFileURL(join(site, "index.html")).href);
    await page.getByRole("searchbox").fill("take");
    await page.getByText("did not load").waitFor();
    await page.unroute(texts);
    await page.getByRole("searchbox").fill("takeaw");
    await page.locator(".found a").first().waitFor();
  });

  test("the contents mark what is being read", async () => {
    await open("01-outputs.html");
    const marked = page.locator('.contents [aria-current="location"]');
    expect(await marked.count()).toBe(0);
    for (const heading of ["Charts", "Text", "Charts"]) {
      await page.locator(`h2:has-text("${heading}")`).evaluate((element) => element.scrollIntoView());
      await page.locator(`.contents [aria-current="location"]:has-text("${heading}")`).waitFor();
      expect(await marked.count()).toBe(1);
    }
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.locator('.contents [aria-current="location"]:has-text("Takeaways")').waitFor();
    expect(await page.locator('.lessons > li > [aria-current="page"]').textContent()).toContain("Every kind");
  });

  test("a lesson leads to its exercises, its references and its terms, and they lead back", async () => {
    await open("01-outputs.html");
    await page.getByRole("link", { name: "Exercises of this lesson" }).click();
    expect(await page.textContent("main h2")).toContain("1 The mean (2 points)");
    await page.getByRole("link", { name: "Back to the lesson" }).first().click();
    await page.getByRole("link", { name: "Author and Writer 2001" }).click();
    expect(await page.locator(":target cite").textContent()).toBe("A Work with a Number");
    await page.getByRole("link", { name: "Glossary" }).click();
    await page.getByRole("link", { name: "where mean is introduced" }).click();
    expect(page.url()).toContain("01-outputs.html#cell-folded");
    expect(troubles).toEqual({ errors: [], foreign: [] });
  });

  test("an answer is folded until the keyboard asks for it", async () => {
    await open("01-outputs.html");
    const answer = page.getByText("Two words,");
    expect(await answer.isVisible()).toBe(false);
    await page.locator("summary:has-text('Answer')").focus();
    await page.keyboard.press("Enter");
    expect(await answer.isVisible()).toBe(true);
  });

  test("a prediction is typed and compared before the answer opens, and what the cells show is folded", async () => {
    await open("01-outputs.html");
    const form = page.locator("form.w2v-predict");
    await form.getByLabel("Your prediction:").fill("3");
    await page.keyboard.press("Enter");
    expect(await form.getByRole("status").textContent()).toBe("not what you predicted");
    expect(await page.locator(".prose details[open]").count()).toBe(1);
    await form.getByLabel("Your prediction:").fill("2");
    await form.getByRole("button", { name: "Compare" }).click();
    expect(await form.getByRole("status").textContent()).toBe("✓ as you predicted");
    const outcome = page.locator("details.outcome");
    expect(await outcome.locator(".outputs").isVisible()).toBe(false);
    await outcome.locator("summary").press("Enter");
    expect(await outcome.locator(".outputs").isVisible()).toBe(true);
    expect(troubles).toEqual({ errors: [], foreign: [] });
  });

  test("what is wider than a telephone shows it and is reached by the keyboard; the page itself does not scroll sideways", async () => {
    await open("01-outputs.html");
    const code = page.locator("pre", { hasText: "a comment as long" });
    expect(await code.getAttribute("tabindex")).toBeNull();
    await page.setViewportSize({ width: 390, height: 800 });
    for (const [wide, name] of [
      [code, "Code, scrolls"],
      [page.locator(".katex-display", { hasText: "16" }), "Formula, scrolls"],
    ] as const) {
      await expect.poll(() => wide.getAttribute("aria-label")).toBe(name);
      expect(await wide.getAttribute("role")).toBe("region");
      expect(await wide.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain(
        "gradient",
      );
      await wide.focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => wide.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    }
    const table = page.locator(".wide").first();
    expect(await table.getAttribute("role")).toBeNull(); // it fits
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });

  test("imports are folded", async () => {
    await open("01-outputs.html");
    expect(await page.getByText("basename", { exact: true }).first().isVisible()).toBe(false);
    await page.getByText("Imports", { exact: true }).click();
    expect(await page.getByText("basename", { exact: true }).first().isVisible()).toBe(true);
  });

  test("without scripts the pictures are shown", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(pathToFileURL(join(site, "01-outputs.html")).href);
    expect(await page.locator("figure img:visible").count()).toBe(FIGURES);
    await context.close();
  });

  test("served with the policy of w2v serve-site, a lesson draws, finds and asks no other host", async () => {
    const served = await serveFolder(site, { port: 0 });
    page = await browser.newPage();
    troubles = watchPage(page, [served.url]);
    await page.goto(`${served.url}01-outputs.html`);
    expect(await drawn("vega")).toBeGreaterThan(10);
    await page.getByRole("searchbox").fill("takeaways");
    await page.locator(".found a").first().waitFor();
    await served.close();
    expect(troubles).toEqual({ errors: [], foreign: [] });
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
