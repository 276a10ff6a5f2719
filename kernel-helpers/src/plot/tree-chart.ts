import { counted } from "../base/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded } from "./spec.ts";
import { textWidth } from "./text-size.ts";
import { fontSize } from "./theme.ts";
import { GAP, treeLayers } from "./tree-layers.ts";
import { codeOf, type TreePlace, treeLayout } from "./tree-layout.ts";

/** Options of `treeChart`. */
export interface TreeChartOptions extends ChartOptions {
  /** The word whose path from the root is drawn thicker and in another colour. Default: none. */
  readonly highlight?: string;
}

/** Pixels from one leaf to the next: room for a 1 below the upper branch and a 0 above the lower. */
const ROW = 32;

/**
 * A binary tree from its root on the left to its words on the right, such as that of `huffmanTree`: each inner node with
 * its number, each branch with its 0 or 1. Throws RangeError unless the paths are those of one tree with a leaf for each
 * of the words, and if `highlight` is none of them.
 *
 * @example
 * treeChart([{ points: [0], code: [0] }, { points: [0], code: [1] }], ["yes", "no"]).description; // "Tree with 2 words and 1 inner node, the root is node 0. Codes: yes 0, no 1."
 */
export function treeChart(
  paths: readonly HuffmanPath[],
  words: readonly string[],
  { title, width = 300, height = ROW * words.length, highlight }: TreeChartOptions = {},
): ChartSpec {
  const places = treeLayout(paths, words);
  const marked = highlight === undefined ? undefined : codeTo(highlight, paths, words);
  const heading = title === undefined ? undefined : { text: title, width };
  return chartSpec(describe(paths, words, places, highlight), heading, {
    width,
    height,
    view: { stroke: null },
    encoding: scalesOf([...places.values()], width),
    layer: treeLayers([...places.values()], marked),
  });
}

function codeTo(highlight: string, paths: readonly HuffmanPath[], words: readonly string[]): string {
  const path = paths[words.indexOf(highlight)];
  if (path) return codeOf(path);
  throw new RangeError(
    `Cannot highlight a path as highlight must be one of the tree's words: current value is "${highlight}"`,
  );
}

/** The scales of depth and of rows, with room for the words behind the leaves. */
function scalesOf(places: readonly TreePlace[], width: number): object {
  const leaves = places.filter(({ leaf }) => leaf);
  const reach = (place: TreePlace, step: number): number =>
    place.code.length * step + GAP + textWidth(place.name, fontSize);
  const deepest = Math.max(...leaves.map(({ code }) => code.length));
  const least = width / (4 * deepest); // long words stand over the right edge rather than press the tree together
  const steps = leaves.map((leaf) => (width - reach(leaf, 0)) / leaf.code.length);
  const step = Math.max(least, Math.min(...steps));
  const axis = (field: string, domain: readonly number[], reverse: boolean): object => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: domain.map(rounded), nice: false, zero: false, reverse },
  });
  return {
    x: axis("x", [0, Math.max(width / step, 1e-9)], false),
    y: axis("y", [-0.5, leaves.length - 0.5], true),
  };
}

/** The words, by rising id, with their codes; at most 40. */
function describe(
  paths: readonly HuffmanPath[],
  words: readonly string[],
  places: ReadonlyMap<string, TreePlace>,
  highlight: string | undefined,
): string {
  const codes = paths.slice(0, 40).map((path, word) => `${words[word]} ${codeOf(path)}`);
  return (
    `Tree with ${counted(words.length, "word")} and ${counted(words.length - 1, "inner node")}, the root is node ` +
    `${places.get("")?.name}. Codes: ${codes.join(", ")}${words.length > 40 ? " and more" : ""}.` +
    (highlight === undefined ? "" : ` The path to ${highlight} is marked.`)
  );
}
