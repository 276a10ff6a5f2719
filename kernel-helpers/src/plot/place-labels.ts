import { type Box, boxAround, contains, lineHits, overlap, type Place } from "./box.ts";
import {
  besidePlaces,
  farPlace,
  farthest,
  type Label,
  type PlacedLabel,
  placeBeside,
} from "./label-places.ts";
import { textHeight, textWidth } from "./text-size.ts";

/** A point in pixels and the text that belongs to it. */
export interface NamedPlace extends Place {
  readonly text: string;
}

/** Options of `placeLabels`. */
export interface PlaceLabelsOptions {
  /** The rectangle in which labels stand. */
  readonly area: Box;
  /** Size of the text in pixels. */
  readonly fontSize: number;
  /** Radius of a point in pixels. */
  readonly radius: number;
  /** Lines that no label may cover, such as arrows. */
  readonly lines?: readonly (readonly [Place, Place])[];
}

const GAP = 2;
const ATTEMPTS = 12;

/**
 * A place for the labels of the first `labelled` points, so that no two labels overlap, no label covers a point and all
 * lie in `area`: beside the point where that is free, otherwise farther away with a leader line. Labels for which there is
 * no place are missing in the result. The same points give the same places.
 *
 * Greedy: labels with the fewest free places come first. Those that found none come before all others in the next attempt;
 * the attempt with the most labels counts.
 */
export function placeLabels(
  points: readonly NamedPlace[],
  { area, fontSize, radius, lines = [] }: PlaceLabelsOptions,
  labelled: number = points.length,
): readonly PlacedLabel[] {
  const dots = points.map((point) => boxAround(point, 2 * radius, 2 * radius));
  const labels = points.slice(0, labelled).map((point, index) => {
    const width = textWidth(point.text, fontSize) + 2 * GAP;
    const height = textHeight(point.text, fontSize);
    const reach = farthest + 2 * width + height;
    const near = dots.filter((_, other) => isNear(points[other] as Place, point, reach));
    const free = (box: Box): boolean =>
      contains(area, box) &&
      !near.some((dot) => overlap(dot, box)) &&
      !lines.some(([a, b]) => lineHits(a, b, box));
    const label = { index, point, width, height, radius, near, free };
    return { ...label, beside: besidePlaces(label) };
  });
  const urgent = new Set<Label>();
  let best: readonly PlacedLabel[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const placed: PlacedLabel[] = [];
    const missed: Label[] = [];
    for (const group of [[...urgent], labels.filter((label) => !urgent.has(label))]) {
      for (const label of placeBeside(group, placed)) {
        const far = farPlace(label, placed);
        if (far) placed.push(far);
        else missed.push(label);
      }
    }
    if (placed.length > best.length) best = placed;
    if (missed.every((label) => urgent.has(label))) break;
    for (const label of missed) urgent.add(label);
  }
  return [...best].sort((a, b) => a.index - b.index);
}

function isNear(a: Place, b: Place, reach: number): boolean {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) <= reach;
}
