import type { LossAtRate } from "../../src/model/losses-at.ts";
import { cellNumber } from "../stage/cell-colour.ts";
import { svgElement } from "../stage/element.ts";

const WIDTH = 260;
const HEIGHT = 84;
const LEFT = 40;

/** The loss after a step by its learning rate, with a dot that moves. */
export function lossCurve(losses: readonly LossAtRate[]): {
  readonly node: SVGElement;
  mark(at: number): void;
} {
  const values = losses.map(({ loss }) => loss);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const last = losses.at(-1)?.alpha || 1;
  const x = ({ alpha }: LossAtRate): number => LEFT + ((WIDTH - LEFT - 8) * alpha) / last;
  const y = ({ loss }: LossAtRate): number => 8 + ((HEIGHT - 30) * (high - loss)) / (high - low || 1);
  const before = losses[0] as LossAtRate;
  const line = losses.map((one) => `${x(one).toFixed(1)},${y(one).toFixed(1)}`).join(" ");
  const dot = svgElement("circle", { r: 5, fill: "#cc4400" });
  const label = (text: string, at: number, down: number, anchor: string): SVGElement =>
    svgElement("text", { x: at, y: down, "text-anchor": anchor }, text);
  const node = svgElement(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, "aria-hidden": "true" },
    svgElement("line", {
      ...{ x1: LEFT, x2: WIDTH - 8, y1: y(before), y2: y(before) },
      ...{ stroke: "#767676", "stroke-dasharray": "3 3" },
    }),
    svgElement("polyline", { points: line, fill: "none", stroke: "#2f8cf0", "stroke-width": 2 }),
    dot,
    label(cellNumber(high), LEFT - 4, 12, "end"),
    label(cellNumber(low), LEFT - 4, HEIGHT - 20, "end"),
    label("0", LEFT, HEIGHT - 4, "middle"),
    label(`α = ${last}`, WIDTH - 8, HEIGHT - 4, "end"),
  );
  return {
    node,
    mark(at) {
      const one = losses[at] as LossAtRate;
      dot.setAttribute("cx", x(one).toFixed(1));
      dot.setAttribute("cy", y(one).toFixed(1));
    },
  };
}
