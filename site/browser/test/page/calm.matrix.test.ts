import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../../setup/paths.mjs";
import { readCourse } from "../../../../tools/course/course-list.ts";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { notebookAddress } from "../../lite/landing-page.ts";
import { EMPTY_NOTEBOOK } from "../parity/site-with-app.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const screenshots = join(projectRoot, "build/screenshots");
const LESSON = "notebooks/04-cbow.ipynb";
const EXERCISES = "exercises/04-cbow-exercises.ipynb";
const [LIGHT, DARK] = ["JupyterLab Light", "JupyterLab Dark"];

describe.runIf(chromium)("a page that alarms nobody", { timeout: 120_000 }, () => {
  mkdirSync(screenshots, { recursive: true });
  const visit = withLab(chromium, "calm");

  test("a lesson that is opened counts as unchanged", async () => {
    const lab = await visit.again();
    await lab.show(LESSON);
    expect(await isModified(lab.page)).toBe(false);
  });

  test("where work would be lost, the focus is on Cancel", async () => {
    const lab = await visit.again();
    await lab.show(LESSON);
    await lab.command("notebook:insert-cell-below"); // a change that would be lost
    for (const command of ["docmanager:restore-checkpoint", "docmanager:reload"]) {
      void lab.command(command);
      await lab.page.waitForSelector(".jp-Dialog");
      await expect.poll(() => lab.page.locator(":focus").textContent()).toBe("Cancel");
      await lab.page.keyboard.press("Enter");
      await lab.page.waitForSelector(".jp-Dialog", { state: "detached" });
    }
  });

  test("a first visit shows neither Not Trusted nor Last Checkpoint, and offers nothing that clears the browser's data", async () => {
    const lab = await visit.again();
    await lab.show(LESSON);
    await lab.command("docmanager:save");
    const alarms = lab.page.getByText(/trusted|last checkpoint/i).filter({ visible: true });
    expect(await alarms.allTextContents()).toEqual([]);
    const commands = await lab.page.evaluate<string[]>("jupyterapp.commands.listCommands()");
    expect(commands).toContain("word2vec-lab:download-work");
    expect(commands.filter((id) => id.includes("clear-browser-data"))).toEqual([]);
  });

  test("the course's name leads to the list of lessons, and the lesson stays open", async () => {
    const lab = await visit.again();
    await lab.show(LESSON);
    const home = lab.page.getByRole("link", { name: readCourse(projectRoot).title });
    const [list] = await Promise.all([lab.context.waitForEvent("page"), home.click()]);
    await list.getByRole("link", { name: "Start here" }).waitFor();
    expect(list.url()).toBe(`${lab.site}index.html`);
    expect(lab.page.url()).toContain("04-cbow");
    await list.close();
  });

  test("one click leads from a lesson to its exercises and back, by button and by link", async () => {
    const lab = await visit.again();
    await lab.show(LESSON);
    const press = (name: string): Promise<void> => lab.page.getByRole("button", { name }).click();
    expect(await opened(lab.page, () => press("Exercises"))).toBe(EXERCISES);
    await lab.open(EXERCISES);
    expect(await opened(lab.page, () => press("Lesson"))).toBe(LESSON);
    const link = lab.page.locator('.jp-MarkdownOutput a:has-text("04 CBOW")');
    expect(await opened(lab.page, () => link.click())).toBe(LESSON);
  });

  test.each([
    ["light", LIGHT, DARK],
    ["dark", DARK, LIGHT],
  ] as const)(
    "in a %s system the page begins so, the menu changes it, and a visit later it is as chosen",
    async (colorScheme, system, chosen) => {
      const lab = await visit({ options: { colorScheme } });
      await lab.open(EMPTY_NOTEBOOK);
      await expect.poll(() => themeOf(lab.page)).toBe(system);
      await choose(lab.page, chosen);
      await expect.poll(() => themeOf(lab.page)).toBe(chosen);
      await choose(lab.page, system);
      await expect.poll(() => themeOf(lab.page)).toBe(system);
      await choose(lab.page, chosen);
      await expect.poll(() => themeOf(lab.page)).toBe(chosen);
      await expect.poll(() => rememberedIn(lab.page)).toBe(chosen === DARK ? "dark" : "light");
      await expect.poll(() => storedThemes(lab.page)).toContain(chosen); // JupyterLab stores settings later
      await stopBundle(lab.page);
      await lab.page.goto(lab.site + notebookAddress(EMPTY_NOTEBOOK), { waitUntil: "commit" });
      expect(await background(lab.page)).toBe(chosen === DARK ? "rgb(17, 17, 17)" : "rgb(255, 255, 255)");
      await lab.page.unrouteAll();
      await lab.open(EMPTY_NOTEBOOK);
      expect(await themeOf(lab.page)).toBe(chosen);
    },
  );

  test.each([
    ["light", "rgb(255, 255, 255)"],
    ["dark", "rgb(17, 17, 17)"],
  ] as const)(
    "in a %s system a page that still loads has the colours of the theme and says what it does",
    async (colorScheme, colour) => {
      const lab = await visit({ options: { colorScheme } });
      await stopBundle(lab.page);
      await lab.page.goto(lab.site + notebookAddress(LESSON), { waitUntil: "commit" });
      expect(await background(lab.page)).toBe(colour);
      expect(await lab.page.textContent("#opening")).toBe("Opening the lesson …");
      await lab.page.screenshot({ path: join(screenshots, `try-opening-${colorScheme}.png`) });
    },
  );
});

const isModified = (page: Page): Promise<boolean> =>
  page.evaluate(() => Reflect.get(globalThis, "jupyterapp").shell.currentWidget.context.model.dirty);

const themeOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.body.dataset.jpThemeName);

const rememberedIn = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("word2vec-lab:theme:"));
    return key === undefined ? null : localStorage.getItem(key);
  });

async function choose(page: Page, theme: string): Promise<void> {
  await page.click('.lm-MenuBar-itemLabel:text-is("Settings")');
  await page.hover('.lm-Menu-itemLabel:text-is("Theme")');
  await page.click(`.lm-Menu-itemLabel:text-is("${theme}")`);
}

/** Lets the front end wait for its first script. */
async function stopBundle(page: Page): Promise<void> {
  await page.route("**/bundle.js*", () => {});
}

async function background(page: Page): Promise<string> {
  await page.waitForSelector("#opening");
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** The path of the notebook in the tab that an action opens. */
async function opened(page: Page, act: () => Promise<void>): Promise<string | null> {
  const [tab] = await Promise.all([page.context().waitForEvent("page"), act()]);
  await tab.waitForURL(/path=/);
  const path = new URL(tab.url()).searchParams.get("path");
  await tab.close();
  return path;
}

/** The settings of themes as JupyterLite has stored them. */
function storedThemes(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { settings } = Reflect.get(globalThis, "jupyterapp").serviceManager;
    return (await settings.fetch("@jupyterlab/apputils-extension:themes")).raw;
  });
}
