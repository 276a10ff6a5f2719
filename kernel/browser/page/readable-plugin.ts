import type { Plugin } from "./front-end.ts";

/**
 * JupyterLab breaks a line of output anywhere, also inside a word or a number that would fit on the next line; it
 * moves a chart to the right by a margin, so that its last pixels are cut off; and Vega keeps 38 pixels beside a chart free
 * for its menu, which in a narrow window lies on the chart's corner.
 * There prompts stand above their cells, but folded cells kept the room for them, and an output the bar of its cell on it.
 */
const STYLE = `
.jp-RenderedText pre { word-break: normal; overflow-wrap: anywhere; }
.jp-OutputArea-output.jp-RenderedVegaCommon5 { margin-left: 0; padding-left: 8px; }
@media (max-width: 700px) {
  .jp-OutputArea-output.jp-RenderedVegaCommon5 { padding-left: 0; }
  .jp-OutputArea-output .vega-embed.has-actions { padding-right: 0; }
  .jp-OutputArea-output.jp-RenderedHTMLCommon { padding-left: 6px; }
  .jp-Placeholder-prompt { display: none; }
}`;

/** Lets outputs be read in a narrow window: long lines break between words, and charts have all of its width. */
export function readablePlugin(name: string): Plugin {
  return {
    id: `${name}:readable`,
    autoStart: true,
    requires: [],
    activate() {
      const style = document.createElement("style");
      style.textContent = STYLE;
      document.head.append(style);
    },
  };
}
