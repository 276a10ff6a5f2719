import type { Plugin } from "./front-end.ts";

/** JupyterLab breaks a line of output anywhere, also inside a word or a number that would fit on the next line. */
const STYLE = ".jp-RenderedText pre { word-break: normal; overflow-wrap: anywhere; }";

/** Lets long lines of output break between words, so that a check's answer can be read in a narrow window. */
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
