import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../../setup/paths.mjs";
import { chartTroubles } from "../../../../tools/browser/chart-troubles.ts";
import { contrastsOf } from "../../../../tools/browser/poor-contrast.ts";
import { everyChart } from "../../../../tools/fixture/every-chart.ts";
import { everyOutput } from "../../../../tools/fixture/every-output.ts";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const screenshots = join(projectRoot, "build/screenshots");

describe.runIf(chromium)("what a notebook shows", { timeout: 180_000 }, () => {
  mkdirSync(screenshots, { recursive: true });
  const visit = withLab(chromium, "contrast");

  test("stands out in the light theme and, chosen in the menu while charts are on the screen, in the dark one; charts follow the width", async () => {
    const lab = await visit();
    await lab.page.setViewportSize({ width: 1280, height: 6000 }); // JupyterLab draws what is in view
    await lab.page.emulateMedia({ colorScheme: "light" });
    await lab.openCells(everyOutput);
    await lab.runAll();
    const outputs = lab.page.locator(".jp-OutputArea-output");
    await expect
      .poll(() => lab.page.locator(".vega-embed svg.marks").count(), { timeout: 30_000 })
      .toBe(Object.keys(everyChart).length - 1);
    await lab.page.waitForSelector(".js-plotly-plot .annotation-text-g");
    for (const [theme, light] of [
      ["JupyterLab Dark", "false"],
      ["JupyterLab Light", "true"],
    ] as const) {
      await chooseTheme(lab.page, theme);
      await lab.page.waitForSelector(`body[data-jp-theme-light="${light}"]`, { state: "attached" });
      await expect.poll(async () => (await contrastsOf(outputs)).poor, { timeout: 15_000 }).toEqual([]);
      const { texts, marks } = await contrastsOf(outputs);
      expect(texts).toBeGreaterThan(250);
      expect(marks).toBeGreaterThan(80);
      await lab.page.screenshot({ path: join(screenshots, `try-${theme.replace(" ", "-")}.png`) });
    }
    for (const width of [390, 1280, 620]) {
      await lab.page.setViewportSize({ width, height: 6000 });
      await expect.poll(() => chartTroubles(outputs), { timeout: 15_000 }).toEqual([]);
      await lab.page.screenshot({ path: join(screenshots, `try-charts-${width}.png`) });
    }
  });
});

/** Settings → Theme → `name`, as a learner chooses it. */
async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await page.locator(".lm-Menu").getByText("Theme", { exact: true }).click();
  await page.locator(".lm-Menu").getByText(name, { exact: true }).click();
}
