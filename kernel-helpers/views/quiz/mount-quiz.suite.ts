import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { buildSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { type BrowserProgram, openPage } from "../../../tools/browser/open-page.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { quizView } from "../../src/display/quiz-view.ts";
import { questionOf } from "../../src/practice/index.ts";
import type { ViewTools } from "../view-tools.ts";

const ID = "04-cbow/share-of-a-place";
const view = quizView(ID, await questionOf(ID));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [bundle] = buildSync({
  entryPoints: [join(projectRoot, "kernel-helpers/views/quiz/mount-quiz.ts")],
  bundle: true,
  write: false,
  format: "iife",
  globalName: "quizzes",
  platform: "browser",
  tsconfigRaw: {},
}).outputFiles;

/** What the page of the test has as globals. */
interface Globals {
  quizzes: typeof import("./mount-quiz.ts");
  axe: typeof import("axe-core");
  kept: Record<string, readonly [number, boolean]>;
  free(): void;
}

/** Draws the question again, with a place where choices are kept. */
function mount({ script, view: data }: { readonly script: string; readonly view: typeof view }): void {
  const scope = globalThis as unknown as Globals;
  if (scope.quizzes === undefined) {
    new Function(`${script}; globalThis.quizzes = quizzes;`)();
    scope.kept = {};
  }
  scope.free?.();
  const tools: ViewTools = {
    choices: {
      read: async (question) => scope.kept[question]?.[0],
      async write(question, choice, right) {
        scope.kept[question] = [choice, right];
      },
    },
  };
  scope.free = scope.quizzes.mountQuiz(document.querySelector("main") as HTMLElement, data, tools);
}

/** What a reader finds. */
function readPage(_: null) {
  const text = (of: string): string[] =>
    // biome-ignore lint/performance/useDomNodeTextContent: what is folded away is not to be read
    [...document.querySelectorAll<HTMLElement>(of)].map((one) => one.innerText.replace(/\s+/g, " ").trim());
  const controls = [...document.querySelectorAll<HTMLElement>("input, button, summary")];
  return {
    status: document.querySelector("[role=status]")?.textContent ?? "",
    rows: text("fieldset > div"),
    checked: [...document.querySelectorAll<HTMLInputElement>("input")].findIndex(({ checked }) => checked),
    heard: controls.every(({ dataset }) => dataset.lmSuppressShortcuts === "true"),
    overflows: document.documentElement.scrollWidth > innerWidth,
    kept: { ...(globalThis as unknown as Globals).kept },
  };
}

/** A question that a reader answers in a browser; nothing if the browser is not there. */
export function describeQuiz(name: BrowserProgram["name"]): void {
  const path = findProgram(name);
  describe.runIf(path)(`mountQuiz() in ${name}`, () => {
    test("is answered by keyboard alone, says why aloud, and finds a kept choice again", async () => {
      const page = await openPage({ name, path: path as string });
      try {
        await page.goto(
          'data:text/html,<html lang="en"><title>A question</title><main style="width:340px"></main>',
        );
        const job = { script: bundle?.text ?? "", view };
        const read = (): Promise<ReturnType<typeof readPage>> => page.evaluate(readPage, null);
        const press = async (...keys: readonly string[]): Promise<void> => {
          for (const key of keys) await page.press(key);
        };
        const [all, quarter] = view.choices;
        await page.evaluate(mount, job);
        await press("Tab", "Tab", "Enter");
        expect((await read()).status).toBe("Choose an answer first.");

        await page.evaluate(mount, job);
        await press("Tab", " ", "Tab", "Enter");
        const wrong = await read();
        expect(wrong.status).toBe(`✗ Not this one. Choose again. ${all?.why}`);
        expect(wrong.rows[0]).toBe(`${all?.text} ✗ ${all?.why}`);
        expect(wrong.rows.slice(1)).toEqual(view.choices.slice(1).map(({ text }) => text));
        expect(wrong.kept).toEqual({ [ID]: [0, false] });

        await page.evaluate(() => document.querySelector<HTMLInputElement>("input:checked")?.focus(), null);
        await press("ArrowDown", "Enter");
        const right = await read();
        expect(right.status).toBe(`✓ Right. ${quarter?.why}`);
        expect(right.rows[1]).toBe(`${quarter?.text} ✓ ${quarter?.why}`);
        expect(right.rows[0]).toBe(`${all?.text} Why not?`);
        expect(right.kept).toEqual({ [ID]: [1, true] });
        expect([right.heard, right.overflows]).toEqual([true, false]);
        await page.evaluate(() => document.querySelector("summary")?.focus(), null);
        await press("Enter");
        expect((await read()).rows[0]).toBe(`${all?.text} Why not? ${all?.why}`);

        await page.evaluate(mount, job);
        await expect.poll(async () => (await read()).checked).toBe(1);
        const again = await read();
        expect([again.status, again.rows[1]]).toEqual(["", right.rows[1]]);
        expect(await page.evaluate(findings, axeSource)).toEqual([]);
        await page.evaluate(() => (globalThis as unknown as Globals).free(), null);
        expect((await read()).rows).toEqual([]);
      } finally {
        await page.close();
      }
    });
  });
}

/** Serious and critical findings of axe. */
async function findings(source: string): Promise<string[]> {
  new Function(source).call(globalThis);
  const { axe } = globalThis as unknown as Globals;
  const { violations }: AxeResults = await axe.run(document, { resultTypes: ["violations"] });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
