import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../../setup/paths.mjs";
import { TEST_SHARE } from "../../../../tools/course/built-course.ts";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { notebookAddress } from "../../lite/landing-page.ts";
import { kernelIsIdle } from "./open-lab-page.ts";
import { type VisitedLab, withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SOLVED = "const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;";
const PASSES = `import { check } from "kernel-helpers";\n${SOLVED}\nawait check("00-start-here/mean", mean);`;

const FAILS = 'await check("00-start-here/mean", () => 42);';

/** A finding that docs/accessibility.md lists as upstream's. */
interface Upstream {
  readonly rule: string;
  readonly element: string;
  readonly often: "one a page" | "one a cell";
}

/** The rows of the table in docs/accessibility.md. */
const upstream: readonly Upstream[] = [
  ...readFileSync(join(projectRoot, "docs/accessibility.md"), "utf8").matchAll(
    /^\| ([a-z-]+) \| (\S.*?) \| (one a page|one a cell) \|/gm,
  ),
].map(([, rule, element, often]) => ({ rule, element, often }) as Upstream);

test("docs/accessibility.md lists what is upstream's", () => {
  expect(upstream.length).toBeGreaterThan(0);
});

describe.runIf(chromium)("axe in the page", { timeout: 600_000 }, () => {
  const visit = withLab(chromium, "axe");
  const seen = new Set<string>();

  describe.each([
    ["a lesson", "notebooks/04-cbow.ipynb"],
    ["exercises", "exercises/04-cbow-exercises.ipynb"],
  ])("%s", (_, path) => {
    test("executed, has no serious or critical finding of ours at any width in either theme", async () => {
      const lab = await visit();
      await lab.page.goto(`${lab.site}${notebookAddress(path)}&W2V_FAST=${TEST_SHARE}`);
      await kernelIsIdle(lab.page);
      await lab.runAll();
      expect(await findingsInEachForm(lab, seen)).toEqual([]);
    });
  });

  test("a failing check, a passing one and the list of progress have none either", async () => {
    const lab = await visit();
    await lab.openCells([PASSES, { code: FAILS, tags: ["raises-exception"] }]);
    await lab.runAll();
    expect(await findingsInEachForm(lab, seen)).toEqual([]);
    const shown = lab.command("word2vec-lab:progress"); // a narrow toolbar hides the button
    await lab.page.getByRole("dialog", { name: "Progress" }).waitFor();
    expect(await findings(lab.page, ".jp-Dialog", seen)).toEqual([]);
    await lab.page.keyboard.press("Escape");
    await shown;
  });

  test("every finding that docs/accessibility.md lists is still there", () => {
    expect(upstream.map(({ rule }) => rule).filter((rule) => !seen.has(rule))).toEqual([]);
  });
});

/** The findings at two widths in both themes. A theme changes nothing but colours. */
async function findingsInEachForm({ page }: VisitedLab, seen: Set<string>): Promise<string[]> {
  const found: string[] = [];
  for (const [width, colorScheme, rules] of FORMS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const light = `body[data-jp-theme-light="${colorScheme === "light"}"]`;
    await page.waitForSelector(light, { state: "attached" });
    await page.waitForFunction(isAtRest, undefined, { polling: 200 });
    const own = await findings(page, "body", seen, rules);
    found.push(...own.map((one) => `${width} ${colorScheme}: ${one}`));
  }
  return found;
}

/** Widths, themes, and the rules that are asked; all without any. */
const FORMS: readonly (readonly [number, "light" | "dark", string[]?])[] = [
  [1440, "light"],
  [1440, "dark", ["color-contrast"]],
  [390, "dark", ["color-contrast"]],
  [390, "light"],
];

/**
 * In the page: whether each part has been where it is for three looks; after a change of width the page lays itself out
 * anew, and what scrolls becomes reachable.
 */
function isAtRest(): boolean {
  const parts = [...document.querySelectorAll<HTMLElement>("body *")];
  const look = parts.map(({ tabIndex, offsetTop, offsetWidth }) => [tabIndex, offsetTop, offsetWidth]).join();
  const { form, last, often } = Reflect.get(globalThis, "looked") ?? {};
  const here = `${innerWidth} ${document.body.dataset.jpThemeName}`;
  const now = form === here && last === look ? often + 1 : 1;
  Reflect.set(globalThis, "looked", { form: here, last: look, often: now });
  return now >= 3;
}

/** The serious and critical findings in a part of the page that are not upstream's. `seen` gets every rule. */
async function findings(
  page: Page,
  part: string,
  seen: Set<string>,
  rules?: readonly string[],
): Promise<string[]> {
  await page.evaluate(axe);
  const [{ violations }, cells] = await page.evaluate(
    async ([within, runOnly]) =>
      [
        (await Reflect.get(globalThis, "axe").run(within, {
          resultTypes: ["violations"],
          ...(runOnly && { runOnly }),
        })) as AxeResults,
        document.querySelectorAll(".jp-Cell").length,
      ] as const,
    [part, rules] as const,
  );
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const own: string[] = [];
  for (const { id, nodes } of grave) {
    seen.add(id);
    const listed = upstream.find(({ rule }) => rule === id);
    const elements = nodes.map(({ target }) => String(target.at(-1)));
    const foreign = await page.evaluate(
      ([selectors, element]) => selectors.filter((one) => !document.querySelector(one)?.matches(element)),
      [elements, listed?.element ?? ":not(*)"] as const,
    );
    own.push(...foreign.map((element) => `${id} ${element}`));
    const limit = listed?.often === "one a cell" ? cells : 1;
    if (listed && nodes.length > limit) own.push(`${id}: ${nodes.length} times, listed as ${listed.often}`);
  }
  return own;
}
