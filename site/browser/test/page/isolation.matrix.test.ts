import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { EMPTY_NOTEBOOK } from "../parity/site-with-app.ts";
import { kernelIsIdle, said } from "./open-lab-page.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");

describe.runIf(chromium)("isolation of a page", { timeout: 120_000 }, () => {
  const visit = withLab(chromium, "isolation");

  test("takes one reload on a plain host, and pages opened later are isolated immediately", async () => {
    const { context, page, open } = await visit({ isolated: false, options: { serviceWorkers: "allow" } });
    const loads = await countLoads(context, page);
    await open(EMPTY_NOTEBOOK);
    await page.waitForFunction(() => crossOriginIsolated, undefined, { timeout: 60_000 });
    await kernelIsIdle(page); // by now the page has decided whether to reload
    expect(loads()).toBe(2);
    await open("notebooks/00-start-here.ipynb");
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(loads()).toBe(3);
  });

  test("needs no reload on a host that sends the headers", async () => {
    const { context, page, open } = await visit({ options: { serviceWorkers: "allow" } });
    const loads = await countLoads(context, page);
    await open(EMPTY_NOTEBOOK);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready)); // the service worker could cause a reload
    await open("notebooks/00-start-here.ipynb");
    expect(loads()).toBe(2);
  });

  test("is skipped if service workers are blocked: no reload, and cells run", async () => {
    const lab = await visit({ isolated: false });
    const loads = await countLoads(lab.context, lab.page);
    await lab.openCells(["console.log(6 * 7);"]);
    expect(said((await lab.runAll())[0])).toBe("42\n");
    expect(await lab.page.evaluate(() => crossOriginIsolated)).toBe(false);
    expect(loads()).toBe(1);
  });
});

/** The number of documents that the page has loaded. */
async function countLoads(context: BrowserContext, page: Page): Promise<() => number> {
  let count = 0;
  await context.exposeBinding("documentBegins", ({ frame }) => {
    if (frame === page.mainFrame()) count++;
  });
  await page.addInitScript(() => Reflect.get(globalThis, "documentBegins")());
  return () => count;
}
