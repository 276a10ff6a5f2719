import { ChartInRoom } from "./chart-in-room.ts";
import type { ChartSpec } from "./fitted-chart.ts";
import type { Plugin } from "./front-end.ts";
import type { MimeModel, MimeRenderer, RenderMimeRegistry } from "./mime-registry.ts";
import type { Packages } from "./packages.ts";

const TYPE = "application/vnd.vegalite.v5+json";

/**
 * Lets the charts in notebooks follow the width of their output, as on the site: the front end's own renderer draws them,
 * and gets each time a chart whose layout has room.
 */
export function chartPlugin(name: string, { notebook, rendermime }: Packages): Plugin {
  return {
    id: `${name}:charts`,
    autoStart: true,
    requires: [rendermime.IRenderMimeRegistry],
    optional: [notebook.INotebookTracker], // comes after the front end's renderers, before a notebook opens
    activate(_, registry: RenderMimeRegistry) {
      const theirs = registry.getFactory(TYPE);
      if (theirs === undefined) return;
      const createRenderer: typeof theirs.createRenderer = (options) => {
        const renderer = theirs.createRenderer(options);
        return options.mimeType === TYPE ? fitting(renderer) : renderer;
      };
      registry.addFactory({ ...theirs, mimeTypes: [TYPE], createRenderer }, registry.getRank(TYPE));
    },
  };
}

/** A renderer that draws as `renderer` does, and again when its width changes. */
function fitting(renderer: MimeRenderer): MimeRenderer {
  const draw = renderer.renderModel.bind(renderer);
  let model: MimeModel;
  const chart = new ChartInRoom(renderer.node, (spec) => draw(showing(model, spec)));
  const size = new ResizeObserver(() => void chart.refit());
  renderer.renderModel = async (latest) => {
    model = latest;
    await chart.show(latest.data[TYPE] as ChartSpec);
    size.observe(renderer.node);
  };
  renderer.disposed.connect(() => size.disconnect());
  return renderer;
}

/** The model with another layout of its chart. What the renderer stores, an image, goes beside the chart as it was. */
function showing(model: MimeModel, spec: ChartSpec): MimeModel {
  const { data, metadata } = model;
  return {
    data: { ...data, [TYPE]: spec },
    metadata,
    setData(change) {
      model.setData({ ...change, data: { ...change.data, [TYPE]: data[TYPE] } });
    },
  };
}
