import type { StepTree } from "../../src/display/step-view.ts";
import { type TreePlace, treeLayout } from "../../src/plot/tree-layout.ts";
import { svgElement } from "../stage/element.ts";

const ROW = 29;
const STEP = 56;

/** The tree with the path to the word to predict: bright from the moment when its nodes are read. */
export function stepTree({ paths, words, code }: StepTree): SVGElement {
  const places = treeLayout(paths, words);
  const depth = Math.max(...[...places.values()].map((place) => place.code.length));
  const x = (place: TreePlace): number => 10 + STEP * place.code.length;
  const y = (place: TreePlace): number => ROW * (place.y + 0.5);
  const longest = Math.max(...words.map((word) => word.length));
  const [width, height] = [20 + STEP * depth + 8 * longest, ROW * words.length];
  const marked = (place: TreePlace, named: string): string =>
    code.startsWith(place.code) ? `${named} path` : named;
  const lines = [...places.values()]
    .filter((place) => place.code !== "")
    .flatMap((place) => {
      const parent = places.get(place.code.slice(0, -1)) as TreePlace;
      const points = `${x(parent)},${y(parent)} ${x(parent)},${y(place)} ${x(place)},${y(place)}`;
      const branch = place.code.endsWith("0") ? -4 : 13;
      return [
        svgElement("polyline", { class: marked(place, "branch"), points }),
        svgElement(
          "text",
          { x: x(parent) + 24, y: y(place) + branch, "aria-hidden": "true" },
          place.code.at(-1) as string,
        ),
      ];
    });
  const names = [...places.values()].flatMap((place) => {
    if (place.leaf)
      return [
        svgElement("text", { class: marked(place, "leaf"), x: x(place) + 6, y: y(place) + 4 }, place.name),
      ];
    return [
      svgElement("circle", { cx: x(place), cy: y(place), r: 4, fill: "#2f8cf0" }),
      svgElement("text", { x: x(place) + 7, y: y(place) + 4, "font-weight": 600 }, place.name),
    ];
  });
  lines.sort((a, b) => Number(a.matches(".path")) - Number(b.matches(".path"))); // the path lies above
  const label = `Tree; the path takes the branches ${[...code].join(", ")}`;
  return svgElement(
    "svg",
    { role: "img", "aria-label": label, viewBox: `0 0 ${width} ${height}`, width, height },
    ...lines,
    ...names,
  );
}
