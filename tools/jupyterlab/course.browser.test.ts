import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProgressRecord } from "../../kernel-helpers/src/host/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium } from "../browser/open-chromium.ts";
import { type PageTroubles, watchPage } from "../browser/watch-page.ts";
import { findProgram } from "../programs/find-program.ts";
import { type CourseInLab, startCourse } from "./start-course.ts";

const chromium = findProgram("chromium");
const screenshots = join(projectRoot, "build/screenshots");
const LESSON = "notebooks/04-cbow.ipynb";
const QUESTION = "04-cbow/share-of-a-place";
const EXERCISES = "exercises/04-cbow-exercises.ipynb";

describe.runIf(chromium)("the course in JupyterLab", () => {
  let browser: Browser;
  let course: CourseInLab;
  let page: Page;
  let troubles: PageTroubles;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    course = await startCourse(join(projectRoot, "build/lab-course"));
    browser = await openChromium(chromium as string);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    troubles = watchPage(page, [course.lab.url, course.lab.url.replace("http", "ws")]);
  });
  afterAll(async () => {
    await browser?.close();
    await course?.lab.stop();
  });

  /** The notebook in front. */
  const inFront = (): ReturnType<Page["locator"]> => page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)");
  const press = (name: string): Promise<void> => inFront().getByRole("button", { name }).click();
  const title = (): Promise<string | null> => page.textContent(".jp-mod-current .lm-TabBar-tabLabel");

  test("a lesson is trusted and not called modified, and one click leads to its exercises and one back, by button and by link", async () => {
    await page.goto(course.address(LESSON));
    await inFront().getByRole("button", { name: "Exercises" }).waitFor();
    await page.waitForSelector('.jp-StatusItem-trust[title^="Notebook trusted"]');
    await press("Exercises");
    await expect.poll(title).toBe("04-cbow-exercises.ipynb");
    await press("Lesson");
    await expect.poll(title).toBe("04-cbow.ipynb");
    await press("Exercises");
    await inFront().locator(".jp-MarkdownOutput a:has-text('04 CBOW')").first().click();
    await expect.poll(title).toBe("04-cbow.ipynb");
    await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]');
    expect(await page.locator(".jp-mod-dirty").count()).toBe(0);
  });

  test("Progress shows the check that passed in a cell and the question that was answered below one, and can start again without losing the old list", async () => {
    await page.goto(course.address(EXERCISES));
    await inFront().getByRole("button", { name: "Lesson" }).waitFor();
    await runSolution(page);
    await expect.poll(() => progressIn(course.work), { timeout: 60_000 }).toEqual(["04-cbow/hidden-layer"]);
    await answerQuestion(page);
    await expect.poll(() => choicesIn(course.work), { timeout: 60_000 }).toEqual({ [QUESTION]: true });
    expect(progressIn(course.work)).toEqual(["04-cbow/hidden-layer"]);
    await press("Progress");
    const dialog = page.locator(".jp-Dialog");
    await dialog.getByText(/✓ hidden layer: passed on \d{4}/).waitFor();
    await dialog.getByText("○ questions: 1 of 3 answered right").waitFor();
    await page.screenshot({ path: join(screenshots, "lab-progress.png") });
    await dialog.getByRole("button", { name: "Start again…" }).click();
    await dialog.getByRole("button", { name: "Start again", exact: true }).click();
    await page.waitForSelector('.Toastify__toast:has-text("The old one is work/progress.")');
    await press("Progress");
    await dialog.getByText(/^0 of \d+ exercises passed/).waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    expect(troubles).toEqual({ errors: [], foreign: [] });
  });
});

/** Writes the right answer into the first exercise, and runs what it needs and its check. */
async function runSolution(page: Page): Promise<void> {
  const answer = [
    "const h = new Float64Array(input.width);",
    "for (const word of context) addScaled(h, 1 / context.length, row(input, word));",
    "return h;",
  ].join("\n  ");
  const cells = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell");
  await cells.nth(1).locator(".cm-line", { hasText: "throw new Error" }).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText(answer);
  for (const cell of [0, 1, 2]) {
    await cells.nth(cell).locator(".cm-content").click();
    await page.keyboard.press("Control+Enter");
  }
}

/** Asks a question in the third cell of code, and answers it first wrong and then right, by keyboard. */
async function answerQuestion(page: Page): Promise<void> {
  const cell = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").nth(2);
  await cell.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(`import { quiz } from "kernel-helpers";\nawait quiz("${QUESTION}");`);
  await page.keyboard.press("Control+Enter");
  await cell.getByRole("radio").first().focus();
  for (const key of ["Space", "Enter"]) await page.keyboard.press(key);
  await cell.getByText("✗ Not this one. Choose again.").waitFor();
  for (const key of ["ArrowDown", "Enter"]) await page.keyboard.press(key);
  await cell.getByText("✓ Right.").waitFor();
}

/** Whether each question with a choice was answered right. */
function choicesIn(work: string): Record<string, boolean> {
  const { choices = {} }: ProgressRecord = JSON.parse(readFileSync(join(work, "progress.json"), "utf8"));
  return Object.fromEntries(Object.entries(choices).map(([question, { right }]) => [question, right]));
}

function progressIn(work: string): string[] {
  try {
    return Object.keys(JSON.parse(readFileSync(join(work, "progress.json"), "utf8")).passed);
  } catch {
    return []; // not there yet
  }
}
