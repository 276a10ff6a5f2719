import type { Plugin } from "./front-end.ts";

/** Parts of a notebook that scroll on their own if they are too wide: formulas, tables, code in texts. */
const MAY_SCROLL = ".jp-RenderedHTMLCommon, .jp-RenderedHTMLCommon pre, .jp-RenderedText";

/** The button of a chart's menu, which Vega draws without a name. */
const CHART_MENU = ".vega-embed > details > summary:not([aria-label])";

/** Milliseconds in which changes are collected. */
const PAUSE = 300;

/** Lets keys reach what scrolls, and names the menus of charts for screen readers. */
export function reachablePlugin(name: string): Plugin {
  return {
    id: `${name}:reachable`,
    autoStart: true,
    requires: [],
    activate() {
      let waits = false;
      const later = (): void => {
        if (waits) return;
        waits = true;
        setTimeout(() => {
          waits = false;
          makeReachable(document.body);
        }, PAUSE);
      };
      new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
      addEventListener("resize", later);
    },
  };
}

function makeReachable(page: HTMLElement): void {
  for (const part of page.querySelectorAll<HTMLElement>(MAY_SCROLL)) {
    const { overflowX } = getComputedStyle(part);
    const scrolls = overflowX !== "visible" && overflowX !== "hidden" && part.scrollWidth > part.clientWidth;
    if (scrolls && part.tabIndex < 0) part.tabIndex = 0;
    else if (!scrolls && part.getAttribute("tabindex") === "0") part.removeAttribute("tabindex");
  }
  for (const menu of page.querySelectorAll<HTMLElement>(CHART_MENU)) menu.ariaLabel = "Menu of the chart";
}
