// How JupyterLab, Notebook and JupyterLite draw the outputs of cells: what we use of it.
import type { Widget } from "./front-end.ts";

/** An output of a cell, by types. */
export interface MimeModel {
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  setData(change: { readonly data?: Readonly<Record<string, unknown>> }): void;
}

/** The place of an output. */
export interface MimeRenderer extends Widget {
  renderModel(model: MimeModel): Promise<void>;
}

/** What makes the places of outputs of some types. */
export interface RendererFactory {
  readonly mimeTypes: readonly string[];
  createRenderer(options: { readonly mimeType: string }): MimeRenderer;
}

/** The factories, of which each notebook takes a copy when it opens. */
export interface RenderMimeRegistry {
  getFactory(mimeType: string): RendererFactory | undefined;
  /** The lowest rank of an output's types decides which of them is shown. */
  getRank(mimeType: string): number | undefined;
  addFactory(factory: RendererFactory, rank: number | undefined): void;
}
