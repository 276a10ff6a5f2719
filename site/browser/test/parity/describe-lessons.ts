import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../../kernel-helpers/src/serve/index.ts";
import { projectRoot } from "../../../../setup/paths.mjs";
import { type BrowserProgram, type DrivenPage, openPage } from "../../../../tools/browser/open-page.ts";
import { watchPage } from "../../../../tools/browser/watch-page.ts";
import { TEST_SHARE } from "../../../../tools/course/built-course.ts";
import { readCourse } from "../../../../tools/course/course-list.ts";
import { notebookAddress } from "../../lite/landing-page.ts";
import { compareCells, type ExecutedCell } from "./compare-cells.ts";
import { runInLite } from "./run-in-lite.ts";
import { siteWithApp } from "./site-with-app.ts";

const screenshots = join(projectRoot, "build/screenshots");

/** The lessons that run in a page. */
export const LESSONS: readonly string[] = readCourse(projectRoot)
  .lessons.filter(({ run }) => run === "any")
  .map(({ id }) => id);

/** Tests that each lesson runs to its end in a browser, and shows there what it shows in Node. */
export function describeLessons(program: BrowserProgram, lessons: readonly string[]): void {
  const { name, path } = program;
  describe.skipIf(path === "")(`the lessons in ${name}`, { timeout: 600_000 }, () => {
    let served: ServedFolder;
    let page: DrivenPage;
    beforeAll(async () => {
      mkdirSync(screenshots, { recursive: true });
      const site = siteWithApp(inject("site"), join(projectRoot, "build/lessons", name, "site"));
      served = await serveFolder(site, { port: 0, isolated: true });
      page = await openPage(program);
    });
    afterAll(async () => {
      await page?.close();
      await served?.close();
    });

    test.each(lessons)(
      "%s runs to its end, shows the same outputs as Node and draws every figure",
      async (id) => {
        const troubles = watchPage(page, [served.url]);
        const address = notebookAddress(`notebooks/${id}.ipynb`);
        const run = await runInLite(page, `${served.url}${address}&W2V_FAST=${TEST_SHARE}`);
        await page.screenshot(join(screenshots, `try-${name}-${id}.png`));
        expect(troubles).toEqual({ errors: [], foreign: [] });
        expect(run.drawn).toBe(run.figures);
        expect(compareCells(cellsInNode(id), run.cells)).toEqual([]);
      },
    );
  });
}

/** The code cells of a lesson that ran in Node, on the backend that a page without a GPU chooses. */
function cellsInNode(id: string): ExecutedCell[] {
  const { cells } = JSON.parse(readFileSync(join(inject("course"), `${id}.ipynb`), "utf8")) as {
    cells: readonly (ExecutedCell & { cell_type: string })[];
  };
  return cells.filter(({ cell_type }) => cell_type === "code");
}
