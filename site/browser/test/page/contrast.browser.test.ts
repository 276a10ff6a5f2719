import { describe, expect, test } from "vitest";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const CHECK = `import { check } from "kernel-helpers";
await check("00-start-here/mean", (numbers) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length);`;

describe.runIf(chromium)("the output of a passed check", { timeout: 120_000 }, () => {
  const visit = withLab(chromium, "contrast");

  test.each(["light", "dark"] as const)("has enough contrast in the %s theme", async (colorScheme) => {
    const lab = await visit.again();
    await lab.page.emulateMedia({ colorScheme });
    await lab.openCells([CHECK]);
    await lab.runAll();
    await lab.page.waitForSelector(`body[data-jp-theme-light="${colorScheme === "light"}"]`, {
      state: "attached",
    });
    const [text, ground] = await lab.page.evaluate(() => {
      const said = document.querySelector(".jp-OutputArea strong") as Element;
      const notebook = document.querySelector(".jp-Notebook") as Element;
      return [getComputedStyle(said).color, getComputedStyle(notebook).backgroundColor] as const;
    });
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5); // WCAG 2.2, 1.4.3
  });
});

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Relative luminance of "rgb(…)" (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((text) => {
    const part = Number(text) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
