import { drawFigure, type FigureModel, forgetFigure } from "./draw-figure.ts";
import type { Widget } from "./front-end.ts";
import type { Packages } from "./packages.ts";

const TYPE = "application/vnd.plotly.v1+json";

/** Draws Plotly's figures in notebooks, with a Plotly that is loaded for the first figure. */
export function figurePlugin({ widgets }: Packages, base: string): object {
  const plotly = new URL("plotly.min.js", base).href;
  class FigureWidget extends widgets.Widget {
    #model: FigureModel | undefined;
    readonly #theme = new MutationObserver(() => this.#draw());

    constructor() {
      super();
      this.#theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-name"] });
    }

    /** JupyterLab calls it for an output and again for each update of it. */
    async renderModel(model: FigureModel): Promise<void> {
      this.#model = model;
      await this.#draw();
    }

    async #draw(): Promise<void> {
      if (this.#model && !this.isDisposed) await drawFigure(this.node, this.#model, plotly);
    }

    override dispose(): void {
      if (this.isDisposed) return;
      this.#theme.disconnect();
      forgetFigure(this.node);
      super.dispose();
    }
  }
  return {
    id: "word2vec-lab-kernel:figures",
    description: "Draws figures of Plotly",
    dataType: "json",
    rendererFactory: {
      safe: true,
      mimeTypes: [TYPE],
      defaultRank: 0, // preferred over the image and the text that come with it
      createRenderer: (): Widget => new FigureWidget(),
    },
  };
}
