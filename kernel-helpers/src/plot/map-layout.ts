import type { Place } from "./box.ts";
import type { PlacedLabel } from "./label.ts";
import { placeLabels } from "./place-labels.ts";
import type { ProjectedWord } from "./projected-word.ts";
import { fontSize } from "./theme.ts";

/** A map of words at one size: where its axes begin and end and where its labels stand. */
export interface MapLayout {
  /** Size of the drawing in pixels, without axes. */
  readonly width: number;
  readonly height: number;
  /** First and last number of each axis. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** The labels that have found a place; pixels from the upper left corner. */
  readonly labels: readonly PlacedLabel[];
  /** The place in pixels of a point. */
  readonly pixels: (point: { readonly x: number; readonly y: number }) => Place;
  /** The point at a place in pixels. */
  readonly numbers: (place: Place) => { readonly x: number; readonly y: number };
}

/** Radius of a point with its rim. */
const pointRadius = 6;

const PADDING = 16;

/** Lays out the words on a drawing of `width` × `height` pixels, with labels for the first `labels` of them. */
export function mapLayout(
  points: readonly ProjectedWord[],
  { width, height, labels }: { readonly width: number; readonly height: number; readonly labels: number },
): MapLayout {
  if (!(labels >= 0)) {
    throw new RangeError(
      `Cannot draw a projection as labels must be a number of words, 0 or more: current value is ${labels}. ` +
        "Remedy: give how many words get a label at most, such as labels: 80",
    );
  }
  const x = range(
    points.map((point) => point.x),
    width,
  );
  const y = range(
    points.map((point) => point.y),
    height,
  );
  const pixels = (point: { readonly x: number; readonly y: number }): Place => ({
    x: ((point.x - x[0]) / (x[1] - x[0])) * width,
    y: ((y[1] - point.y) / (y[1] - y[0])) * height,
  });
  const numbers = (place: Place): { x: number; y: number } => ({
    x: x[0] + (place.x / width) * (x[1] - x[0]),
    y: y[1] - (place.y / height) * (y[1] - y[0]),
  });
  const places = points.map((point) => ({ ...pixels(point), text: point.word }));
  const area = { left: 1, top: 1, right: width - 1, bottom: height - 1 };
  const placed = placeLabels(places, { area, fontSize, radius: pointRadius }, labels);
  return { width, height, x, y, labels: placed, pixels, numbers };
}

/** From below the least to above the greatest number, so that no point touches the frame of `size` pixels. */
function range(numbers: readonly number[], size: number): readonly [number, number] {
  const least = numbers.reduce((low, x) => Math.min(low, x), Number.POSITIVE_INFINITY);
  const most = numbers.reduce((high, x) => Math.max(high, x), Number.NEGATIVE_INFINITY);
  const span = most - least || Math.abs(most) || 1;
  const room = (span * PADDING) / (size - 2 * PADDING);
  const middle = (least + most) / 2;
  const half = most > least ? span / 2 + room : span; // a single place stands in the middle
  return [middle - half, middle + half];
}
