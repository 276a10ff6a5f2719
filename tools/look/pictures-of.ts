import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const WIDTHS = [390, 1000, 1440];

/**
 * Takes a picture of a page in each width and theme: `<folder>/<name>-<theme>-<width>.png`. `part`, a selector, is brought
 * into view first.
 */
export async function picturesOf(page: Page, folder: string, name: string, part?: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(1200); // the theme's files load, and charts lay themselves out anew
      await page.waitForSelector("#jupyterlab-splash", { state: "detached" });
      if (part !== undefined) await page.locator(part).last().scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}
