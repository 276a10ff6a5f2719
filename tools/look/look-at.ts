import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { LookPage } from "./look-page.ts";

export const THEMES = ["light", "dark"] as const;
export const WIDTHS = [390, 1000, 1440] as const;

/** How to look. */
export interface LookOptions {
  readonly theme: (typeof THEMES)[number];
  readonly width: number;
  /** Folder for the pictures. */
  readonly folder: string;
}

/** A picture that was taken. */
export interface Taken {
  readonly file: string;
  /** Pixels by which the page itself is wider than the window; 0 as it should be. */
  readonly wider: number;
}

/** Height of one picture: Chromium draws no higher ones than 16,384 pixels, and nobody looks at them. */
const MOST_HIGH = 6000;

/** Takes the pictures of one page, from top to bottom, with all its charts drawn. */
export async function lookAt(
  browser: Browser,
  { name, address }: LookPage,
  options: LookOptions,
): Promise<Taken> {
  const { theme, width, folder } = options;
  const page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme: theme });
  await page.goto(address);
  await openFolded(page);
  await drawCharts(page);
  const { height, wider } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  const file = join(folder, `${name}-${width}-${theme}`);
  for (let y = 0, part = 1; y < height; y += MOST_HIGH, part++) {
    const clip = { x: 0, y, width, height: Math.min(MOST_HIGH, height - y) };
    const number = height > MOST_HIGH ? `-${part}` : "";
    await page.screenshot({ path: `${file}${number}.png`, fullPage: true, clip });
  }
  await page.close();
  return { file, wider };
}

/** Opens the answers and outputs that are folded away, so that they are in the picture. */
async function openFolded(page: Page): Promise<void> {
  await page.locator("main details").evaluateAll((folded) => {
    for (const one of folded) (one as HTMLDetailsElement).open = true;
  });
}

/** Scrolls through the page, as charts are drawn when they come into view, and waits until all have been. */
async function drawCharts(page: Page): Promise<void> {
  const figures = page.locator("figure.chart");
  for (const figure of await figures.all()) await figure.scrollIntoViewIfNeeded();
  await page
    .waitForFunction(
      () => document.querySelectorAll("figure.chart:not([data-drawn])").length === 0,
      undefined,
      {
        timeout: 20_000,
      },
    )
    .catch(() => console.log("  some charts stay as their static picture"));
  await page.evaluate(() => window.scrollTo(0, 0));
}
