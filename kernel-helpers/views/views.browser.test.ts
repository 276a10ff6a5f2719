import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { buildSync } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium } from "../../tools/browser/open-chromium.ts";
import { findProgram } from "../../tools/programs/find-program.ts";
import { filledTable, seededRandom } from "../src/base/index.ts";
import { quizView } from "../src/display/quiz-view.ts";
import { stepView } from "../src/display/step-view.ts";
import { viewBundle } from "../src/display/view-bundle.ts";
import { type Example, skipGram, stepTrace, withPath } from "../src/model/index.ts";
import { SmallTraining } from "../src/train/index.ts";
import { huffmanTree } from "../src/vocabulary/index.ts";

const chromium = findProgram("chromium");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const [mountBundle] = buildSync({
  entryPoints: [join(projectRoot, "kernel-helpers/views/mount-view.ts")],
  ...{
    bundle: true,
    write: false,
    format: "iife",
    globalName: "views",
    platform: "browser",
    tsconfigRaw: {},
    logLevel: "error",
  },
}).outputFiles.map(({ text }) => text);
const words = ["the", "king", "<b>loves</b>", "queen"];
const random = seededRandom(2);
const table = () => filledTable(4, 3, () => 2 * random() - 1);
const model = { input: table(), output: table() };
const tree = huffmanTree([4, 3, 2, 1]);
const sentences = [
  ["the", "king", "loves", "the", "queen"],
  ["the", "man", "walks", "the", "dog"],
];

function stepOf(example: Example, title: string) {
  return stepView(stepTrace(model, example, 0.5), example.target, words, { title, tree });
}

describe.runIf(chromium)("interactive views on a page that knows nothing of them", () => {
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  const path = stepOf(withPath(skipGram({ center: 2, context: 3 }), tree), "On a path");
  const noise = stepOf(skipGram({ center: 2, context: 3 }, [0, 0]), "With noise");
  const training = { view: "training", title: "Training", sentences, options: { alpha: 0.2 } };
  beforeAll(async () => {
    browser = await openChromium(chromium as string);
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ reducedMotion: "reduce", viewport: { width: 390, height: 800 } });
    troubles = [];
    page.on("pageerror", ({ message }) => troubles.push(message));
    page.on("console", (message) => troubles.push(message.text()));
  });
  afterAll(() => browser?.close());

  /** A page of the outputs' HTML alone, as VS Code puts it into its own. */
  async function open(...views: { view: string }[]): Promise<void> {
    const still = { html: "<p>without a script</p>", text: "" };
    const bundles = await Promise.all(views.map((view) => viewBundle(view, still)));
    const looks = "@media (prefers-color-scheme: dark) { body { background: #16191d; color: #e4e6e9 } }";
    await page.setContent(
      `<html lang="en"><meta name="color-scheme" content="light dark"><title>Views</title><style>${looks}</style>` +
        `<main><h1>Views</h1>${bundles.map((bundle) => bundle["text/html"]).join("")}</main></html>`,
    );
  }

  test("a step is gone through by keys alone, each part said aloud, with the numbers of the trace", async () => {
    await open(path);
    const live = page.locator("[aria-live]");
    await page.getByRole("button", { name: "Next" }).focus();
    for (const [at, { title }] of path.frames.entries()) {
      expect(await live.textContent()).toContain(`${at + 1} of 10: ${title}`);
      await page.keyboard.press(at % 2 === 0 ? "ArrowRight" : "Enter");
    }
    expect(await page.getByRole("button", { name: "Next" }).isDisabled()).toBe(true);
    const errors = await page.locator("td:last-child").allTextContents();
    const wanted = path.trace.outputs.map(({ error }) => error.toFixed(3).replace("-", "−"));
    expect(errors).toEqual(expect.arrayContaining(wanted));
    expect(await page.locator(".branch.path.on").count()).toBe(path.trace.outputs.length);
    await page.getByRole("button", { name: "Back" }).focus();
    for (let i = 0; i < 9; i++) await page.keyboard.press("ArrowLeft");
    expect(await live.textContent()).toContain("1 of 10");
    expect(await page.locator(".branch.path.on").count()).toBe(0);
    expect(await page.getByText("without a script").isVisible()).toBe(false);
    expect(troubles).toEqual([]);
  });

  test("the slider shows the loss and the rows for its learning rate", async () => {
    await open(noise);
    const slider = page.getByRole("slider", { name: "Learning rate α" });
    await slider.focus();
    await page.keyboard.press("End");
    const last = noise.trace.losses.at(-1) as { alpha: number; loss: number };
    expect(await slider.getAttribute("aria-valuetext")).toContain(`to ${last.loss.toFixed(3)}`);
    await page.keyboard.press("Home"); // α = 0: nothing moves
    expect(await page.locator("output").textContent()).toContain("(0.000)");
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    for (let i = 0; i < 9; i++) await page.getByRole("button", { name: "Next" }).press("ArrowRight");
    const first = page.locator("tr", { hasText: "queen" }).locator(".vector").first();
    const [target] = noise.trace.outputs as [(typeof noise.trace.outputs)[number]];
    expect(await first.textContent()).toBe((target.before[0] as number).toFixed(2).replace("-", "−"));
  });

  test("a training goes on by steps and epochs, to the loss that Node computes, with each model and loss", async () => {
    await open(training);
    const said = page.locator("output");
    await page.getByRole("button", { name: "1 example" }).click();
    expect(await said.textContent()).toContain("After 0 epochs: one example, loss");
    for (const [model, architecture] of [
      ["CBOW", "cbow"],
      ["Skip-Gram", "skip-gram"],
    ] as const) {
      for (const layer of ["softmax", "hierarchical softmax", "negative sampling"] as const) {
        await page.getByLabel("Model").selectOption(model);
        await page.getByLabel("Loss").selectOption(layer);
        await page.getByRole("button", { name: "Begin again" }).click();
        await page.getByRole("button", { name: "20 epochs" }).click();
        const there = new SmallTraining(sentences, { architecture, layer });
        for (let epoch = 0; epoch < 20; epoch++) there.epoch(0.2);
        await expect
          .poll(() => said.textContent())
          .toBe(`After 20 epochs: mean loss ${(there.losses[19] as number).toFixed(3)}.`);
      }
    }
    expect(troubles).toEqual([]);
  });

  test("views have no serious finding by axe in either theme, and fit a page of 390 pixels", async () => {
    await open(path, noise, training);
    for (let i = 0; i < 9; i++) await page.getByRole("button", { name: "Next" }).first().press("ArrowRight");
    await page.getByRole("button", { name: "20 epochs" }).click();
    await page.addScriptTag({ path: axe });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations, passes } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${colorScheme}: ${id}: ${html}`),
      );
      expect(found).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
    }
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  });

  test("data that are no view leave the text, and say why to the console once", async () => {
    await open({ view: "later" }, noise, { ...noise, title: null } as never);
    expect(await page.getByText("without a script").filter({ visible: true }).count()).toBe(2);
    expect(troubles).toHaveLength(2);
    expect(troubles.join()).toContain("must be one of");
  });

  test("data that somebody else wrote run nothing, stop nothing, and leave no half of a view", async () => {
    await page.addScriptTag({ content: `${mountBundle}; globalThis.mountView = views.mountView;` });
    const quiz = quizView("00/a", {
      question: "?",
      choices: [
        { text: "a", why: "" },
        { text: "b", why: "" },
      ],
    });
    const tried = await page.evaluate(
      ({ noise, path, training, quiz }) => {
        const { mountView } = globalThis as unknown as typeof import("./mount-view.ts");
        const many = (one: unknown): unknown[] => Array(1_000_000).fill(one);
        const bad = [
          ...[
            null,
            {},
            { view: "__proto__" },
            { view: { toString: 1 } },
            { view: "step" },
            { view: "training" },
          ],
          { ...noise, frames: many(noise.frames[0]) },
          { ...noise, trace: { ...noise.trace, outputs: many(noise.trace.outputs[0]) } },
          { ...noise, trace: { ...noise.trace, loss: null } },
          { ...noise, inputs: [{ length: 3 }] },
          { ...noise, title: "_(".repeat(1_000_000) },
          { ...path, tree: { ...path.tree, paths: [] } },
          { ...training, options: { alpha: 0.2, negatives: 1e9 } },
          { ...training, options: { alpha: "<img src=x onerror=alert(1)>" } },
          { ...training, sentences: many(["a", "b"]) },
          { ...training, sentences: ["the king"] },
          { ...quiz, choices: many(quiz.choices[0]) },
          { ...quiz, id: "x".repeat(1000) },
          { ...quiz, id: "__proto__" },
          { view: "quiz" },
        ];
        const host = document.body.appendChild(document.createElement("div"));
        return bad.map((data) => {
          try {
            mountView(host, data as never);
            return `drawn: ${JSON.stringify(data).slice(0, 200)}`;
          } catch (error) {
            return `${host.childNodes.length} ${(error as Error).message}`;
          }
        });
      },
      { noise, path, training, quiz },
    );
    for (const message of tried) expect(message).toMatch(/^0 Cannot .{20,300}$/);
    expect(troubles).toEqual([]);
  });

  test("markup in words is text; one place takes another view; keys of the browser stay its own", async () => {
    const markup = "</script><img src=x onerror=\"throw new Error('ran')\">";
    await open(
      { ...noise, title: markup, inputs: [markup + "x".repeat(2000)] } as typeof noise,
      {
        ...{ ...training, title: markup, options: { alpha: 0.123, vectorSize: 40 } },
        sentences: [...sentences, ["the", "x".repeat(2000)]],
      } as never,
    );
    expect(await page.getByRole("slider").last().inputValue()).toBe("0.123"); // and not the nearest 0.05
    expect(await page.getByRole("region", { name: "Input table, v" }).getAttribute("tabindex")).toBe("0");
    expect(await page.getByText(markup).count()).toBeGreaterThan(2);
    await page.setViewportSize({ width: 280, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(280);
    const rows = await page.locator("tr").evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.max(...rows)).toBeLessThan(40); // no number breaks
    const next = page.getByRole("button", { name: "Next" });
    for (let i = 0; i < 9; i++) await next.press("Enter");
    await page.keyboard.press("Enter"); // at the end the button still has the focus
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator("[aria-live]").first().textContent()).toContain("9 of 10");
    await next.evaluate((button) => {
      const event = new KeyboardEvent("keydown", {
        key: "ArrowLeft",
        altKey: true,
        bubbles: true,
        cancelable: true,
      });
      if (!button.dispatchEvent(event)) throw new Error("Alt and left go back in the browser's history");
    });
    await page.addScriptTag({ content: `${mountBundle}; globalThis.mountView = views.mountView;` });
    const question = await page.evaluate(
      ([step, quiz]) => {
        const { mountView } = globalThis as unknown as typeof import("./mount-view.ts");
        const host = document.querySelector("main") as HTMLElement;
        mountView(host, step)();
        mountView(host, quiz);
        const fits = document.documentElement.scrollWidth <= 280;
        return fits && (host.querySelector("legend")?.checkVisibility() ?? false);
      },
      [
        noise,
        quizView("00/a", {
          question: "?".repeat(300),
          choices: [
            { text: "a".repeat(300), why: "" },
            { text: "b", why: "" },
          ],
        }),
      ] as const,
    );
    expect([question, troubles]).toEqual([true, []]);
  });

  test("colours that carry numbers stay where the system forces its own, and on paper", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(noise, training);
    await page.getByRole("button", { name: "20 epochs" }).click();
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      for (const of of [".vector", ".fill", ".bar"]) {
        const grounds = await page.locator(of).evaluateAll((cells) =>
          cells.map((cell) => {
            const { backgroundColor, printColorAdjust } = getComputedStyle(cell);
            return `${backgroundColor} ${printColorAdjust}`;
          }),
        );
        expect(new Set(grounds).size, of).toBeGreaterThan(of === ".vector" ? 5 : 0);
        for (const ground of grounds)
          expect(ground).toMatch(/^(rgba?\(47, 140, 240|rgba?\(204, 68, 0|rgba\(0, 0, 0, 0\)).* exact$/);
      }
    }
  });

  test("the script stands in an element without ending it", () => {
    expect(readFileSync(join(projectRoot, "kernel-helpers/dist/views.js"), "utf8")).not.toContain("</script");
  });
});
