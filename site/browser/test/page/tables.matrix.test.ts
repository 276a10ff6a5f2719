import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { table } from "../../../../kernel-helpers/src/display/index.ts";
import { projectRoot } from "../../../../setup/paths.mjs";
import { openChromium } from "../../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const ROWS = [
  { word: "of", n: 1200, cosine: 0.12345, "a heading wider than its numbers": -3.5 },
  { word: "a word longer than its heading", n: 7, cosine: 12, "a heading wider than its numbers": 0.25 },
];
const CAPTION =
  "A caption that is much longer than the narrow table below it, which it must not follow in width";

/** What a table looks like: distances in pixels. */
interface Look {
  /** For each column of numbers, how far apart its decimal points stand. */
  readonly points: number[];
  /** For each column, how far its heading's edge is from its cells' edge, on the side at which they are aligned. */
  readonly edges: number[];
  readonly captionLines: number;
}

describe.runIf(chromium)("a table", { timeout: 240_000 }, () => {
  const visit = withLab(chromium, "tables");

  test.each(["light", "dark"] as const)(
    "is aligned in JupyterLite, whose rules for tables are JupyterLab's, %s",
    async (theme) => {
      const lab = await visit.again();
      await lab.page.emulateMedia({ colorScheme: theme });
      const options = JSON.stringify({ caption: CAPTION });
      await lab.openCells([
        `import { showTable } from "kernel-helpers";\nawait showTable(${JSON.stringify(ROWS)}, ${options});`,
      ]);
      await lab.runAll();
      await lab.page.waitForSelector(".jp-OutputArea table");
      expectAligned(await lookOf(lab.page));
    },
  );

  test("is aligned on a page of the site", async () => {
    const browser = await openChromium(chromium as string);
    const page = await browser.newPage();
    const style = readFileSync(join(projectRoot, "site/book/assets/site.css"), "utf8");
    const html = table(ROWS, { caption: CAPTION }).mimeBundle["text/html"];
    await page.setContent(`<style>${style}</style><main><div class="html">${html}</div></main>`);
    expectAligned(await lookOf(page));
    await browser.close();
  });
});

function expectAligned({ points, edges, captionLines }: Look): void {
  expect(points).toHaveLength(3);
  expect(Math.max(...points)).toBeLessThan(1.5);
  expect(edges).toHaveLength(4);
  expect(Math.max(...edges)).toBeLessThan(1.5);
  expect(captionLines).toBe(1);
}

function lookOf(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const shown = document.querySelector(".jp-OutputArea table, main table") as HTMLTableElement;
    const rect = (cell: Element, from = 0, to = (cell.textContent ?? "").length): DOMRect => {
      const range = document.createRange();
      range.setStart(cell.firstChild as Node, from);
      range.setEnd(cell.firstChild as Node, to);
      return range.getBoundingClientRect();
    };
    const rows = [...shown.tBodies].flatMap((body) => [...body.rows]);
    const spread = (places: number[]): number => Math.max(...places) - Math.min(...places);
    const columns = [...(shown.tHead?.rows[0]?.cells ?? [])].map((heading, j) => {
      const cells = rows.map((row) => row.cells[j] as HTMLTableCellElement);
      return { heading, cells, numeric: getComputedStyle(cells[0] as Element).textAlign === "right" };
    });
    const caption = document.createRange();
    caption.selectNodeContents(shown.caption as Node);
    return {
      points: columns
        .filter(({ numeric }) => numeric)
        .map(({ cells }) =>
          spread(
            cells.map((cell) => {
              const at = (cell.textContent ?? "").search(/[.\u2008]|$/);
              return rect(cell, 0, at).right;
            }),
          ),
        ),
      edges: columns.map(({ heading, cells, numeric }) =>
        spread([heading, ...cells].map((cell) => (numeric ? rect(cell).right : rect(cell).left))),
      ),
      captionLines: caption.getClientRects().length,
    };
  });
}
