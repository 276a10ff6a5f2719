import type { Plugin } from "./front-end.ts";

/** Parts of a notebook that scroll on their own if they are too wide: formulas, tables, code in texts. */
const MAY_SCROLL =
  ".jp-RenderedHTMLCommon, .jp-RenderedHTMLCommon pre, .jp-RenderedText, .jp-RenderedVegaCommon5";

/** Code scrolls too; keys reach it already. */
const CODE = ".jp-Cell .cm-scroller";

/** Marks what scrolls. */
const SCROLLS = "w2v-scrolls";

/** A shadow at the edge behind which more is. */
const STYLE = `.${SCROLLS} { box-shadow: inset -14px 0 10px -10px rgb(128 128 128 / 60%); }`;

/** The button of a chart's menu, which Vega draws without a name. */
const CHART_MENU = ".vega-embed > details > summary:not([aria-label])";

/** Milliseconds in which changes are collected. */
const PAUSE = 300;

/** Lets keys reach what scrolls, shows that it does, and names the menus of charts for screen readers. */
export function reachablePlugin(name: string): Plugin {
  return {
    id: `${name}:reachable`,
    autoStart: true,
    requires: [],
    activate() {
      const style = document.createElement("style");
      style.textContent = STYLE;
      document.head.append(style);
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
    const scrolls = scrollsAside(part);
    part.classList.toggle(SCROLLS, scrolls);
    if (scrolls && part.tabIndex < 0) part.tabIndex = 0;
    else if (!scrolls && part.getAttribute("tabindex") === "0") part.removeAttribute("tabindex");
  }
  for (const code of page.querySelectorAll<HTMLElement>(CODE))
    code.classList.toggle(SCROLLS, scrollsAside(code));
  for (const menu of page.querySelectorAll<HTMLElement>(CHART_MENU)) menu.ariaLabel = "Menu of the chart";
}

function scrollsAside(part: HTMLElement): boolean {
  const { overflowX } = getComputedStyle(part);
  return overflowX !== "visible" && overflowX !== "hidden" && part.scrollWidth > part.clientWidth;
}
