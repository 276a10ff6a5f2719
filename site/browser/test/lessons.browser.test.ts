import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../kernel-helpers/src/serve/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { WEBGL } from "../../../tools/browser/open-chromium.ts";
import { type DrivenPage, openPage } from "../../../tools/browser/open-page.ts";
import { watchPage } from "../../../tools/browser/watch-page.ts";
import { builtCourse, TEST_SHARE } from "../../../tools/course/built-course.ts";
import { readCourse } from "../../../tools/course/course-list.ts";
import { countFigures } from "../../../tools/course/figures.ts";
import { table } from "../../../tools/course/table.ts";
import { readTimes } from "../../../tools/course/times.ts";
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
/** Firefox runs only the two lessons that train longest. */
const inFirefox = lessons.filter((id) => /^0[45]-/.test(id));
const chromium = findProgram("chromium") ?? "";
const firefox = findProgram("firefox") ?? "";
const FAST = `&W2V_FAST=${TEST_SHARE}`;
const build = join(projectRoot, "build/lessons");
const screenshots = join(projectRoot, "build/screenshots");

/** A lesson as it ran in Node, on the backend that a page without a GPU chooses. */
function readRun(folder: string, id: string): NodeRun {
  const file = join(folder, `${id}.ipynb`);
  const notebook = JSON.parse(readFileSync(file, "utf8")) as {
    cells: (ExecutedCell & { cell_type: string })[];
  };
  const code = notebook.cells.filter(({ cell_type }) => cell_type === "code");
  const seconds = readTimes(join(folder, "times-fast.json"))[id] ?? Number.NaN;
  return { cells: code, seconds, figures: countFigures(file) };
}

describe.skipIf(chromium === "" || firefox === "")("the lessons in a browser", { timeout: 600_000 }, () => {
  let served: ServedFolder;
  let inNode: ReadonlyMap<string, NodeRun>;
  const runs: { readonly browser: string; readonly id: string; readonly run: LiteRun }[] = [];

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    mkdirSync(build, { recursive: true });
    const site = siteWithApp(await builtTry(), join(build, "site"));
    served = await serveFolder(site, { port: 0, isolated: true });
    const folder = await builtCourse();
    inNode = new Map(lessons.map((id) => [id, readRun(folder, id)]));
  }, 300_000);
  afterAll(async () => {
    await served?.close();
    for (const line of report(inNode, runs)) console.log(line);
  }, 600_000);

  describe.each([
    { name: "chromium", path: chromium, ids: lessons, options: WEBGL },
    { name: "firefox", path: firefox, ids: inFirefox, options: [] },
  ] as const)("$name", ({ name, path, ids, options }) => {
    let page: DrivenPage;
    beforeAll(async () => {
      page = await openPage({ name, path, options });
    });
    afterAll(() => page.close());

    test.each(ids)(
      "runs %s to its end, shows the same outputs as Node and draws every figure",
      async (id) => {
        const troubles = watchPage(page, [served.url]);
        const run = await runInLite(page, served.url + notebookAddress(`notebooks/${id}.ipynb`) + FAST);
        await page.screenshot(join(screenshots, `try-${name}-${id}.png`));
        runs.push({ browser: name, id, run });
        expect(troubles).toEqual({ errors: [], foreign: [] });
        expect(run.drawn).toBe(run.figures);
        const { cells } = inNode.get(id) as NodeRun;
        expect(compareCells(cells, run.cells)).toEqual([]);
      },
    );
  });
});

/** Notebook, cells, figures and times side by side. */
function report(
  inNode: ReadonlyMap<string, NodeRun>,
  runs: readonly { readonly browser: string; readonly id: string; readonly run: LiteRun }[],
): string[] {
  const time = (id: string, browser: string): string => {
    const found = runs.find((one) => one.id === id && one.browser === browser);
    return found === undefined ? "–" : found.run.seconds.toFixed(1);
  };
  const rows = lessons.map((id) => {
    const { cells, figures, seconds } = inNode.get(id) as NodeRun;
    return [
      id,
      String(cells.length),
      String(figures),
      seconds.toFixed(1),
      time(id, "chromium"),
      time(id, "firefox"),
    ];
  });
  return table(["notebook", "cells", "figures", "Node, s", "Chromium, s", "Firefox, s"], rows);
}
