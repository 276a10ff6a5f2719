import type { Locator } from "playwright-core";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for lines and marks. */
const NEEDED = { text: 4.5, mark: 3 };

/** Lines and marks that say something; grids and frames do not. */
const MARKS = [
  ".vega-embed .mark-line path",
  ".vega-embed .mark-symbol path",
  ".vega-embed .mark-rule.role-mark line",
  ".vega-embed .mark-rect.role-mark path",
  ".js-plotly-plot .point",
  ".js-plotly-plot .legendpoints path",
  ".js-plotly-plot .annotation-arrow-g path",
].join(", ");

/** What stands out too little from its ground in the elements, with its contrast; and how many texts and marks were seen. */
export interface Contrasts {
  readonly poor: readonly string[];
  readonly texts: number;
  readonly marks: number;
}

/** Computes the contrast of every text, and of every line and mark of a chart, with what is drawn behind it. */
export async function contrastsOf(places: Locator): Promise<Contrasts> {
  const found = await places.evaluateAll(measure, { marks: MARKS, needed: NEEDED });
  return {
    poor: [...new Set(found.flatMap(({ poor }) => poor))],
    texts: found.reduce((sum, { texts }) => sum + texts, 0),
    marks: found.reduce((sum, { marks }) => sum + marks, 0),
  };
}

/** Runs in the page, so it brings along what it needs. */
function measure(
  places: (SVGElement | HTMLElement)[],
  { marks, needed }: { marks: string; needed: typeof NEEDED },
): Contrasts[] {
  type Colour = readonly [number, number, number, number];
  const colourOf = (text: string): Colour => {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return text === "none" || text === "transparent" ? [0, 0, 0, 0] : [r, g, b, a];
  };
  const over = ([r, g, b, a]: Colour, below: Colour): Colour => [
    a * r + (1 - a) * below[0],
    a * g + (1 - a) * below[1],
    a * b + (1 - a) * below[2],
    1,
  ];
  const luminance = (colour: Colour): number => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
    return (bright + 0.05) / (dark + 0.05);
  };
  const opacityOf = (element: Element | null): number =>
    element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);
  const groundOf = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255, 1];
    const ground = colourOf(getComputedStyle(element).backgroundColor);
    return ground[3] === 1 ? ground : over(ground, groundOf(element.parentElement));
  };
  // The cells of heat charts are the only marks with text on them; the latest that holds the text's middle lies below it.
  const cellBelow = (text: Element): Colour => {
    const ground = groundOf(text);
    const { x, y, width, height } = text.getBoundingClientRect();
    const [middle, centre] = [x + width / 2, y + height / 2];
    const cell = [...(text.closest("svg")?.querySelectorAll(".mark-rect.role-mark path") ?? [])].findLast(
      (path) => {
        const box = path.getBoundingClientRect();
        return box.left < middle && middle < box.right && box.top < centre && centre < box.bottom;
      },
    );
    return cell ? over(colourOf(getComputedStyle(cell).fill), ground) : ground;
  };
  return places.map((place) => {
    const poor: string[] = [];
    const judge = (kind: keyof typeof NEEDED, name: string, colour: Colour, ground: Colour): void => {
      const value = contrast(over(colour, ground), ground);
      if (!(value >= needed[kind])) poor.push(`${kind} ${name} ${value.toFixed(2)}`);
    };
    const shown = (element: Element): boolean => element.checkVisibility() && opacityOf(element) > 0;
    const faded = ([r, g, b, a]: Colour, element: Element, own: string): Colour => [
      r,
      g,
      b,
      a * Number(own) * opacityOf(element),
    ];
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const texts = new Set<Element>();
    while (walker.nextNode()) {
      const { parentElement: element, textContent } = walker.currentNode;
      if (element && textContent?.trim() && shown(element) && !element.closest("script, style"))
        texts.add(element);
    }
    for (const element of texts) {
      const style = getComputedStyle(element);
      const isSvg = element instanceof SVGElement;
      const colour = colourOf(isSvg ? style.fill : style.color);
      const ground = isSvg ? cellBelow(element) : groundOf(element);
      judge(
        "text",
        element.textContent?.slice(0, 40) ?? "",
        faded(colour, element, isSvg ? style.fillOpacity : "1"),
        ground,
      );
    }
    const drawn = [...place.querySelectorAll(marks)].filter(
      (element) => shown(element) && !element.closest(".role-axis-grid"),
    );
    const cells = place.querySelector(".mark-rect.role-mark") && place.querySelector(".mark-text.role-mark");
    for (const element of drawn) {
      // A cell is read by its number.
      if (cells && element.closest(".mark-rect")) continue;
      const { fill, fillOpacity, stroke, strokeOpacity } = getComputedStyle(element);
      const [inner, rim] = [
        faded(colourOf(fill), element, fillOpacity),
        faded(colourOf(stroke), element, strokeOpacity),
      ];
      const isLine = element.closest(".annotation-arrow-g, .mark-line") !== null; // its fill, black, covers nothing
      const best = !isLine && inner[3] >= rim[3] ? inner : rim;
      judge(
        "mark",
        element
          .closest("[class*=mark-], .points, .legendpoints, .annotation-arrow-g")
          ?.getAttribute("class") ?? "",
        best,
        groundOf(element),
      );
    }
    return { poor, texts: texts.size, marks: drawn.length };
  });
}
