import { drawFigure, type FigureModel, fittingWidth, forgetFigure } from "./draw-figure.ts";
import type { Widget } from "./front-end.ts";
import { plotlyBuilds } from "./load-plotly.ts";
import type { Packages } from "./packages.ts";

const TYPE = "application/vnd.plotly.v1+json";

/**
 * Draws Plotly's figures in the notebooks of JupyterLab and JupyterLite, in the theme's colours and with a Plotly that is
 * loaded for the first figure from the folder `base`, which ends with "/".
 */
export function figurePlugin({ widgets }: Pick<Packages, "widgets">, base: string): object {
  const builds = plotlyBuilds(base);
  class FigureWidget extends widgets.Widget {
    #model: FigureModel | undefined;
    #width: unknown;
    readonly #theme = new MutationObserver(() => this.#draw());
    readonly #size = new ResizeObserver(() => this.#fit());

    constructor() {
      super();
      this.#size.observe(this.node);
      this.#theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-name"] });
    }

    /** JupyterLab calls it for an output and again for each update of it. */
    async renderModel(model: FigureModel): Promise<void> {
      this.#model = model;
      await this.#draw();
    }

    async #draw(): Promise<void> {
      if (this.#model === undefined || this.isDisposed) return;
      this.#width = fittingWidth(this.node, this.#model);
      await drawFigure(this.node, this.#model, builds);
    }

    /** Draws again if another layout has room now. */
    async #fit(): Promise<void> {
      if (this.#model && fittingWidth(this.node, this.#model) !== this.#width) await this.#draw();
    }

    override dispose(): void {
      if (this.isDisposed) return;
      this.#theme.disconnect();
      this.#size.disconnect();
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
