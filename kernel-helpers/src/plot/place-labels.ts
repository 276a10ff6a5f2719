import { type Box, boxAround, contains, lineHits, overlap, type Place } from "./box.ts";
import { boxGrid } from "./box-grid.ts";
import { farPlace, farPlaces, farthest } from "./far-places.ts";
import type { FarPlace, Label, PlacedLabel, SizedLabel } from "./label.ts";
import { besideBoxes, besidePlaces, placeBeside } from "./label-places.ts";
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
/** More labels than this are tried only while their sizes together are smaller than the area, and not as often. */
const MANY = 200;

/**
 * A place for the labels of the first `labelled` points, so that no two labels overlap, no label covers a point and all
 * lie in `area`: beside the point where that is free, otherwise farther away with a leader line. Labels for which there is
 * no place are missing in the result, and so are labels that come when those before them would fill the area already. The
 * same points give the same places. Takes seconds for 5,000 points.
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
  const isCovering = boxGrid(
    dots.filter((dot) => overlap(dot, area)),
    Math.max(1, 2 * radius),
  );
  const reachable = points.slice(0, labelled).map((point, index) => {
    const width = textWidth(point.text, fontSize) + 2 * GAP;
    const height = textHeight(point.text, fontSize);
    const reach = farthest + 2 * width + height;
    const near = dots.filter((_, other) => isNear(points[other] as Place, point, reach));
    const free = (box: Box): boolean =>
      contains(area, box) && !isCovering(box) && !lines.some(([a, b]) => lineHits(a, b, box));
    return { index, point, width, height, radius, near, free };
  });
  const labels = fitting(reachable, area).map((label): Label => {
    let far: readonly FarPlace[] | undefined;
    return { ...label, beside: besidePlaces(label), far: () => (far ??= farPlaces(label)) };
  });
  const attempts = labels.length > MANY ? 2 : ATTEMPTS;
  const urgent = new Set<Label>();
  let best: readonly PlacedLabel[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
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

/** The labels that have a place while there are no others, as many as could stand side by side in `area`. */
function fitting<Candidate extends SizedLabel>(
  labels: readonly Candidate[],
  area: Box,
): readonly Candidate[] {
  const found: Candidate[] = [];
  let room = (area.right - area.left) * (area.bottom - area.top);
  for (const label of labels) {
    if (found.length >= MANY && room <= 0) break;
    if (besideBoxes(label).length === 0 && farPlaces(label).length === 0) continue;
    found.push(label);
    room -= label.width * label.height;
  }
  return found;
}

function isNear(a: Place, b: Place, reach: number): boolean {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) <= reach;
}
