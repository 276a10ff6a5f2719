import { colour } from "./palette.ts";
import { rounded } from "./spec.ts";
import { fontSize, ink, neutral } from "./theme.ts";
import type { TreePlace } from "./tree-layout.ts";

/** Pixels between a leaf and its word. */
export const GAP = 6;

interface Line {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly branch: string;
}

/** The way from a node's parent to it: along the parent's column, then to the right. */
function linesTo({ code, y }: TreePlace, parent: TreePlace): readonly Line[] {
  const [x, x2] = [code.length - 1, code.length];
  return [
    { x, y: parent.y, x2: x, y2: y, branch: "" },
    { x, y, x2, y2: y, branch: code.at(-1) as string },
  ].map((line) => ({ ...line, y: rounded(line.y), y2: rounded(line.y2) }));
}

/**
 * The layers of a drawn tree, from back to front: branches, those on the way to the code `marked`, nodes, the branches'
 * numbers, the nodes', and the words.
 */
export function treeLayers(places: readonly TreePlace[], marked: string | undefined): object[] {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const onPath = ({ code }: TreePlace): boolean => marked?.startsWith(code) === true;
  const lines = (some: readonly TreePlace[]): readonly Line[] =>
    some
      .filter(({ code }) => code !== "")
      .flatMap((place) => linesTo(place, byCode.get(place.code.slice(0, -1)) as TreePlace));
  const rules = (values: readonly Line[], mark: object): object => ({
    data: { values },
    mark: { type: "rule", strokeCap: "square", ...mark },
    encoding: { x2: { field: "x2" }, y2: { field: "y2" } },
  });
  const points = places.map(({ code, name, leaf, y }) => ({
    x: code.length,
    y: rounded(y),
    name,
    leaf,
    code,
  }));
  const texts = (values: readonly object[], mark: object, field: string): object => ({
    data: { values },
    mark: { type: "text", color: ink, fontSize, baseline: "middle", ...mark },
    encoding: { text: { field } },
  });
  const branches = (branch: string): readonly object[] =>
    lines(places)
      .filter((line) => line.branch === branch)
      .map(({ x, y }) => ({ x: x + 0.5, y, branch }));
  const chosen = places.filter(onPath);
  return [
    rules(lines(places), { color: neutral, strokeWidth: 1.5 }),
    ...(chosen.length > 0 ? [rules(lines(chosen), { color: colour(1), strokeWidth: 3 })] : []),
    {
      data: { values: points.filter(({ leaf }) => !leaf) },
      mark: { type: "point", filled: true, size: 50, opacity: 1, color: colour(0) },
    },
    texts(branches("0"), { dy: -8 }, "branch"),
    texts(branches("1"), { dy: 9 }, "branch"),
    texts(
      points.filter(({ leaf }) => !leaf),
      { align: "left", dx: 6, color: ink, fontWeight: "bold" },
      "name",
    ),
    texts(
      points.filter(({ leaf }) => leaf),
      { align: "left", dx: GAP },
      "name",
    ),
  ];
}
