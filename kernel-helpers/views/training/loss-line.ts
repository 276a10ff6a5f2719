import { cellNumber } from "../stage/cell-colour.ts";
import { svgElement } from "../stage/element.ts";

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [280, 150, 40, 22];

/** The mean loss of each epoch as a line. */
export function lossLine(): { readonly node: SVGElement; draw(losses: readonly number[]): void } {
  const line = svgElement("polyline", { fill: "none", stroke: "#2f8cf0", "stroke-width": 2 });
  const dot = svgElement("circle", { r: 3.5, fill: "#cc4400" });
  const label = (x: number, y: number): SVGElement => svgElement("text", { x, y, "text-anchor": "end" });
  const [high, low, last] = [
    label(LEFT - 5, 12),
    label(LEFT - 5, HEIGHT - BOTTOM),
    label(WIDTH - 8, HEIGHT - 4),
  ];
  const axis = { stroke: "currentColor", "stroke-opacity": 0.4 };
  const node = svgElement(
    "svg",
    { role: "img", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT },
    svgElement("line", { x1: LEFT, x2: LEFT, y1: 8, y2: HEIGHT - BOTTOM, ...axis }),
    svgElement("line", { x1: LEFT, x2: WIDTH - 8, y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM, ...axis }),
    ...[line, dot, high, low, last],
  );
  return {
    node,
    draw(losses) {
      const shown = losses.filter(Number.isFinite);
      const most = Math.min(Math.max(...shown, 0.1), 2 * (shown[0] ?? 1)); // a loss that runs away leaves the picture
      const x = (at: number): number => LEFT + ((WIDTH - LEFT - 8) * at) / Math.max(shown.length - 1, 1);
      const y = (loss: number): number =>
        HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - 8) * Math.min(loss, most)) / most;
      line.setAttribute(
        "points",
        shown.map((loss, at) => `${x(at).toFixed(1)},${y(loss).toFixed(1)}`).join(" "),
      );
      const [first, end] = [shown[0], shown.at(-1)];
      dot.style.display = end === undefined ? "none" : "";
      dot.setAttribute("cx", x(shown.length - 1).toFixed(1));
      dot.setAttribute("cy", y(end ?? 0).toFixed(1));
      high.textContent = shown.length > 0 ? cellNumber(most) : "";
      low.textContent = "0";
      last.textContent = shown.length > 0 ? `epoch ${losses.length}` : "no epoch yet";
      const told = `Mean loss, from ${cellNumber(first ?? 0)} to ${cellNumber(end ?? 0)} in ${losses.length} epochs`;
      node.setAttribute("aria-label", shown.length > 0 ? told : "No epoch yet");
    },
  };
}
