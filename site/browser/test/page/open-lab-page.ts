import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { NotebookContent } from "../../../../kernel/browser/page/front-end.ts";
import { notebookAddress } from "../../lite/landing-page.ts";
import { EMPTY_NOTEBOOK } from "../parity/site-with-app.ts";
import type { LabApp } from "./lab-app.ts";

/** A cell to write into a notebook: its code, or the code with tags. */
export type Cell = string | { readonly code: string; readonly tags: readonly string[] };

/** An output, as notebooks hold it. */
export interface Output {
  readonly output_type: string;
  readonly text?: string | readonly string[];
  readonly evalue?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** JupyterLite in a browser, as a learner has it. */
export interface LabPage {
  readonly page: Page;
  /** Opens a notebook of the site and waits for its kernel. */
  open(path: string): Promise<void>;
  /** Opens a notebook of the site unless the page shows it. */
  show(path: string): Promise<void>;
  /** Opens a notebook with these cells and waits for its kernel. If the page has one, its cells are replaced and its kernel restarts. */
  openCells(cells: readonly Cell[]): Promise<void>;
  /** Replaces the cells of the open notebook, which is not saved. */
  replaceCells(cells: readonly Cell[]): Promise<void>;
  /** Writes a notebook into the browser's storage, from any page of the site. */
  save(path: string, cells: readonly Cell[]): Promise<void>;
  /** Reads a notebook from the browser's storage, or, if it was never saved, from the site. */
  read(path: string): Promise<NotebookContent>;
  /** Runs a command of the front end to its end. */
  command(id: string, args?: object): Promise<void>;
  /** Restarts the kernel and waits for it. */
  restart(): Promise<void>;
  /** Runs all cells, waits until none is left, and returns the outputs of each. */
  runAll(): Promise<Output[][]>;
  /** The open notebook as it is. */
  notebook(): Promise<NotebookContent>;
}

/** A page of `context` on the site at `url`, whose pages show the front end's object. */
export async function openLabPage(context: BrowserContext, url: string): Promise<LabPage> {
  const page = await context.newPage();
  const notebook = (): Promise<NotebookContent> =>
    page.evaluate(() => Reflect.get(globalThis, "jupyterapp").shell.currentWidget.context.model.toJSON());
  const lab: LabPage = {
    page,
    notebook,
    async open(path) {
      await page.goto(url + notebookAddress(path));
      await kernelIsIdle(page);
    },
    async show(path) {
      if (page.url() !== url + notebookAddress(path)) await lab.open(path);
    },
    async openCells(cells) {
      if (page.url() === url + notebookAddress(EMPTY_NOTEBOOK)) await lab.restart();
      else await lab.open(EMPTY_NOTEBOOK);
      await lab.replaceCells(cells);
    },
    replaceCells: (cells) =>
      page.evaluate((content) => {
        Reflect.get(globalThis, "jupyterapp").shell.currentWidget.context.model.fromJSON(content);
      }, notebookOf(cells)),
    save: (path, cells) =>
      page.evaluate(
        async ([path, content]) => {
          const { contents } = (Reflect.get(globalThis, "jupyterapp") as LabApp).serviceManager;
          await contents.save(path, { type: "notebook", format: "json", content });
        },
        [path, notebookOf(cells)] as const,
      ),
    read: (path) =>
      page.evaluate(async (path) => {
        const { contents } = (Reflect.get(globalThis, "jupyterapp") as LabApp).serviceManager;
        return (await contents.get(path, { content: true })).content;
      }, path),
    command: (id, args = {}) =>
      page.evaluate(
        async ([id, args]) => {
          await (Reflect.get(globalThis, "jupyterapp") as LabApp).commands.execute(id, args);
        },
        [id, args] as const,
      ),
    async restart() {
      await page.evaluate(() =>
        Reflect.get(globalThis, "jupyterapp").shell.currentWidget.sessionContext.session.kernel.restart(),
      );
      await kernelIsIdle(page);
    },
    async runAll() {
      // over as soon as a cell throws, also where the others go on
      await lab.command("notebook:run-all-cells").catch(() => {});
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll(".jp-InputPrompt")].every(
            ({ textContent }) => !textContent?.includes("*"),
          ),
        undefined,
        { timeout: 60_000 },
      );
      await kernelIsIdle(page);
      return outputsOf(await notebook());
    },
  };
  return lab;
}

/** Waits for a notebook's kernel to have nothing to do. */
export async function kernelIsIdle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const app = Reflect.get(globalThis, "jupyterapp") as LabApp | undefined;
      return app?.shell.currentWidget?.sessionContext.session?.kernel?.status === "idle";
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** The outputs of each code cell. */
export function outputsOf({ cells }: NotebookContent): Output[][] {
  return cells.flatMap(({ cell_type, outputs }) => (cell_type === "code" ? [outputs as Output[]] : []));
}

/** What outputs say to a reader. */
export function said(outputs: readonly Output[] | undefined): string {
  expect(outputs).toBeDefined();
  return (outputs ?? []).map(({ text = [], evalue = "" }) => [text].flat().join("") + evalue).join("\n");
}

function notebookOf(cells: readonly Cell[]): object {
  return {
    metadata: {
      kernelspec: { name: "w2v", display_name: "TypeScript (word2vec-lab)", language: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
    cells: cells.map((cell, index) => {
      const { code, tags } = typeof cell === "string" ? { code: cell, tags: [] } : cell;
      const common = { cell_type: "code", id: `cell-${index}`, execution_count: null, outputs: [] };
      return { ...common, metadata: { tags }, source: code };
    }),
  };
}
