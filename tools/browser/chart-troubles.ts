import type { Locator } from "playwright-core";

/** The smallest text of a chart that is read without effort, in pixels. */
const LEAST_TEXT = 11;

/**
 * What of the charts in the elements is cut off or hard to read: a text, or a side of the chart. A chart of cells with
 * numbers keeps the size of its cells; it may be wider than the page if keys reach what then scrolls.
 */
export async function chartTroubles(places: Locator): Promise<string[]> {
  return (await places.evaluateAll(troublesIn, LEAST_TEXT)).flat();
}

/** Runs in the page, so it brings along what it needs. */
function troublesIn(places: (SVGElement | HTMLElement)[], leastText: number): string[] {
  const ancestors = (element: Element | null): Element[] =>
    element === null ? [] : [element, ...ancestors(element.parentElement)];
  /** Where an ancestor cuts off what is wider. */
  const edge = (svg: Element): number =>
    ancestors(svg.parentElement)
      .filter((element) => getComputedStyle(element).overflowX !== "visible")
      .reduce((most, element) => Math.min(most, element.getBoundingClientRect().right), innerWidth);
  return places.flatMap((place) =>
    [...place.querySelectorAll<SVGSVGElement>(".vega-embed svg.marks")].flatMap((svg) => {
      const box = svg.getBoundingClientRect();
      const scale = box.width / svg.width.baseVal.value;
      const name = svg.querySelector(".role-title-text")?.textContent || "a chart without a title";
      const texts = [...svg.querySelectorAll("text")].flatMap((text) => {
        const { left, right } = text.getBoundingClientRect();
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        const isCut = left < box.left - 1 || right > box.right + 1;
        if (!text.textContent || (!isCut && size >= leastText)) return [];
        return [`${name}: "${text.textContent}" is ${isCut ? "cut" : `${size} pixels high`}`];
      });
      const hasCells = ["rect", "text"].every((mark) => svg.querySelector(`.mark-${mark}.role-mark`));
      const isWider = box.right > edge(svg) + 1 && !(hasCells && svg.closest('[tabindex="0"]'));
      return isWider ? [`${name} is cut by ${box.right - edge(svg)} pixels`, ...texts] : texts;
    }),
  );
}
