import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../kernel-helpers/src/serve/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { type DrivenPage, openPage } from "../../../tools/browser/open-page.ts";
import { watchPage } from "../../../tools/browser/watch-page.ts";
import { readCourse } from "../../../tools/course/course-list.ts";
import { executeNotebook } from "../../../tools/course/execute-notebook.ts";
import { countFigures } from "../../../tools/course/figures.ts";
import { table } from "../../../tools/course/table.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { builtTry } from "../build-try.ts";
import { notebookAddress } from "../lite/landing-page.ts";
import { compareCells, type ExecutedCell } from "./parity/compare-cells.ts";
import { type LiteRun, runInLite } from "./parity/run-in-lite.ts";
import { siteWithApp } from "./parity/site-with-app.ts";

/** A lesson that ran in Node. */
interface NodeRun {
  readonly cells: readonly ExecutedCell[];
  readonly seconds: number;
  readonly figures: number;
}

const lessons = readCourse(projectRoot)
  .lessons.filter(({ run }) => run === "any")
  .map(({ id }) => id);
/** Firefox runs the two lessons that train longest. */
const inFirefox = lessons.filter((id) => /^0[45]-/.test(id));
const chromium = findProgram("chromium") ?? "";
const firefox = findProgram("firefox") ?? "";
/** In both run-times the large corpus is a tenth of itself. */
const FAST = "&W2V_FAST=1";
const build = join(projectRoot, "build/lessons");
const screenshots = join(projectRoot, "build/screenshots");

/** A lesson in Node, on the backend that a page without a GPU takes. */
async function runInNode(id: string): Promise<NodeRun> {
  const target = join(build, `${id}.ipynb`);
  const { cells, seconds, problem } = await executeNotebook({
    source: join(projectRoot, "notebooks", `${id}.ipynb`),
    target,
    folder: join(projectRoot, "notebooks"),
    env: { W2V_BACKEND: "wasm", W2V_FAST: "1" },
  });
  expect({ problem, failed: cells.filter(({ status }) => status !== "ok") }).toEqual({ failed: [] });
  const notebook = JSON.parse(readFileSync(target, "utf8")) as {
    cells: (ExecutedCell & { cell_type: string })[];
  };
  const code = notebook.cells.filter(({ cell_type }) => cell_type === "code");
  return { cells: code, seconds, figures: countFigures(target) };
}

/** All lessons in Node, one after another. */
function runAllInNode(): Map<string, Promise<NodeRun>> {
  const runs = new Map<string, Promise<NodeRun>>();
  let before: Promise<unknown> = Promise.resolve();
  for (const id of lessons) {
    const run = before.then(() => runInNode(id));
    before = run.catch(() => {}); // told by the test that awaits it
    runs.set(id, run);
  }
  return runs;
}

describe.skipIf(chromium === "" || firefox === "")("the lessons in a browser", { timeout: 600_000 }, () => {
  let served: ServedFolder;
  let inNode: Map<string, Promise<NodeRun>>;
  const runs: { readonly browser: string; readonly id: string; readonly run: LiteRun }[] = [];

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    mkdirSync(build, { recursive: true });
    const site = siteWithApp(await builtTry(), join(build, "site"));
    served = await serveFolder(site, { port: 0, isolated: true });
    inNode = runAllInNode(); // beside the browser
  }, 300_000);
  afterAll(async () => {
    await served?.close();
    for (const line of await report(inNode, runs)) console.log(line);
  }, 600_000);

  describe.each([
    { name: "chromium", path: chromium, ids: lessons },
    { name: "firefox", path: firefox, ids: inFirefox },
  ] as const)("$name", ({ name, path, ids }) => {
    let page: DrivenPage;
    beforeAll(async () => {
      page = await openPage({ name, path });
    });
    afterAll(() => page.close());

    test.each(ids)("runs %s to its end and shows what Node shows, every figure drawn", async (id) => {
      const troubles = watchPage(page, [served.url]);
      const run = await runInLite(page, served.url + notebookAddress(`notebooks/${id}.ipynb`) + FAST);
      await page.screenshot(join(screenshots, `try-${name}-${id}.png`));
      runs.push({ browser: name, id, run });
      expect(troubles).toEqual({ errors: [], foreign: [] });
      expect(run.drawn).toBe(run.figures);
      const { cells } = (await inNode.get(id)) as NodeRun;
      expect(compareCells(cells, run.cells)).toEqual([]);
    });
  });
});

/** Notebook, cells, figures and times side by side. */
async function report(
  inNode: ReadonlyMap<string, Promise<NodeRun>>,
  runs: readonly { readonly browser: string; readonly id: string; readonly run: LiteRun }[],
): Promise<string[]> {
  const time = (id: string, browser: string): string => {
    const found = runs.find((one) => one.id === id && one.browser === browser);
    return found === undefined ? "–" : found.run.seconds.toFixed(1);
  };
  const rows = lessons.map(async (id) => {
    const { cells, figures, seconds } = (await inNode.get(id)) as NodeRun;
    return [
      id,
      String(cells.length),
      String(figures),
      seconds.toFixed(1),
      time(id, "chromium"),
      time(id, "firefox"),
    ];
  });
  return table(
    ["notebook", "cells", "figures", "Node, s", "Chromium, s", "Firefox, s"],
    await Promise.all(rows),
  );
}
