import type { Table } from "../../src/base/table.ts";
import type { Place } from "../../src/plot/box.ts";
import { placeLabels } from "../../src/plot/place-labels.ts";
import { svgElement } from "../stage/element.ts";
import { type Axes, principalPlane } from "./principal-plane.ts";

const [WIDTH, HEIGHT, EDGE, RADIUS, FONT] = [320, 250, 30, 3.5, 12];

/** A map of the words, whose points move while the model learns. No two names overlap. */
export function wordMap(words: readonly string[]): { readonly node: SVGElement; draw(input: Table): void } {
  const marks = words.map((word) => ({
    dot: svgElement("circle", { r: RADIUS, fill: "#2f8cf0" }, svgElement("title", {}, word)),
    leader: svgElement("line", { stroke: "#767676" }),
    name: svgElement("text", { "text-anchor": "middle", "dominant-baseline": "central" }, word),
  }));
  const node = svgElement(
    "svg",
    {
      ...{ role: "img", "aria-label": `Map of the input vectors of ${words.join(", ")}` },
      ...{ viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT },
    },
    svgElement("rect", {
      ...{ x: 0.5, y: 0.5, width: WIDTH - 1, height: HEIGHT - 1, rx: 6 },
      ...{ fill: "none", stroke: "currentColor", "stroke-opacity": 0.3 },
    }),
    ...marks.map(({ leader }) => leader),
    ...marks.map(({ dot }) => dot),
    ...marks.map(({ name }) => name),
  );
  let before: Axes | undefined;
  return {
    node,
    draw(input) {
      if (!input.data.every(Number.isFinite)) return; // after steps that were far too large
      const { axes, points } = principalPlane(input, before);
      before = axes;
      const reach = Math.max(...points.flat().map(Math.abs), 1e-12);
      const places = points.map(([x, y]) => ({
        x: WIDTH / 2 + ((WIDTH / 2 - EDGE) * x) / reach,
        y: HEIGHT / 2 - ((HEIGHT / 2 - EDGE) * y) / reach,
      }));
      const area = { left: 2, top: 2, right: WIDTH - 2, bottom: HEIGHT - 2 };
      const named = places.map((place, i) => ({ ...place, text: words[i] as string }));
      const placed = placeLabels(named, { area, fontSize: FONT, radius: RADIUS });
      marks.forEach(({ dot, leader, name }, i) => {
        const { x, y } = places[i] as Place;
        set(dot, { cx: x, cy: y });
        const label = placed.find(({ index }) => index === i);
        name.style.display = label ? "" : "none";
        leader.style.display = label?.leader ? "" : "none";
        if (label)
          set(name, { x: (label.box.left + label.box.right) / 2, y: (label.box.top + label.box.bottom) / 2 });
        if (label?.leader) {
          const [from, to] = label.leader;
          set(leader, { x1: from.x, y1: from.y, x2: to.x, y2: to.y });
        }
      });
    },
  };
}

function set(node: SVGElement, places: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(places)) node.setAttribute(name, value.toFixed(1));
}
