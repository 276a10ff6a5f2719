import type { DrivenPage } from "../../../../tools/browser/open-page.ts";
import type { LabApp, LabPanel } from "../page/lab-app.ts";
import type { ExecutedCell } from "./compare-cells.ts";

/** A lesson that ran in JupyterLite. */
export interface LiteRun {
  /** Its code cells. */
  readonly cells: readonly ExecutedCell[];
  readonly seconds: number;
  /** Figures among the outputs, and those of them that the page has drawn. */
  readonly figures: number;
  readonly drawn: number;
}

/** Opens the notebook at `url`, runs all its cells as its menu does, and saves it. */
export async function runInLite(page: DrivenPage, url: string): Promise<LiteRun> {
  await page.goto(url);
  await page.evaluate(kernelIsIdle, undefined);
  const seconds = await page.evaluate(runAllCells, undefined);
  const cells = await page.evaluate(codeCells, undefined);
  const figures = cells.flatMap(({ outputs }) => outputs).filter(isFigure).length;
  return { cells, seconds, figures, drawn: await page.evaluate(countDrawn, figures) };
}

function isFigure({ data = {} }: { readonly data?: object }): boolean {
  return Object.keys(data).some((type) => /\/vnd\.(?:vegalite|plotly)\./.test(type));
}

// What follows runs in the page: each function stands alone.

async function kernelIsIdle(): Promise<void> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const { jupyterapp: app } = globalThis as { jupyterapp?: LabApp };
    if (app?.shell.currentWidget?.sessionContext.session?.kernel?.status === "idle") return;
    if (performance.now() > deadline) throw new Error("the kernel was not idle within two minutes");
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Runs all cells until none is waiting; returns the seconds. */
async function runAllCells(): Promise<number> {
  const { jupyterapp: app } = globalThis as unknown as { jupyterapp: LabApp };
  const panel = app.shell.currentWidget as LabPanel;
  const waiting = (): boolean =>
    panel.sessionContext.session?.kernel?.status !== "idle" ||
    [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].some(({ textContent }) =>
      textContent?.includes("*"),
    );
  const began = performance.now();
  // it ends at the first error, even an expected one, while later cells still run
  await app.commands.execute("notebook:run-all-cells").catch(() => {});
  let last = performance.now();
  while (waiting() || performance.now() - last < 500) {
    if (waiting()) last = performance.now();
    await new Promise((done) => setTimeout(done, 20));
  }
  await panel.context.save();
  return (last - began) / 1000;
}

function codeCells(): ExecutedCell[] {
  const { jupyterapp: app } = globalThis as unknown as { jupyterapp: LabApp };
  const { cells } = (app.shell.currentWidget as LabPanel).content.model.toJSON();
  return (cells as readonly (ExecutedCell & { cell_type: string })[]).filter(
    ({ cell_type }) => cell_type === "code",
  );
}

/** Waits until `wanted` figures are drawn, or ten seconds. */
async function countDrawn(wanted: number): Promise<number> {
  const drawn = (): number =>
    document.querySelectorAll(".vega-embed :is(svg, canvas).marks, .js-plotly-plot .plot-container").length;
  const deadline = performance.now() + 10_000;
  while (drawn() < wanted && performance.now() < deadline) await new Promise((done) => setTimeout(done, 100));
  return drawn();
}
