import { type Box, boxAround, overlap } from "./box.ts";
import { type Candidate, type Label, leads, type PlacedLabel, type SizedLabel } from "./label.ts";

/** Directions in the order of preference: above, right, left, below, then the corners; y grows downwards. */
const NEAR = [
  [0, -1],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
] as const;
const GAP = 2;

/** The places beside the point on which no point lies. */
export function besidePlaces(label: SizedLabel): readonly Candidate[] {
  return besideBoxes(label).map(({ box, rank }) => {
    const around = { left: box.left - 6, top: box.top - 6, right: box.right + 6, bottom: box.bottom + 6 };
    const crowd = label.near.filter((dot) => overlap(dot, around)).length;
    return { box, cost: rank / 8 + 2 * crowd };
  });
}

/** The boxes beside the point that are free, with their place in the order of preference. */
export function besideBoxes(label: SizedLabel): readonly { readonly box: Box; readonly rank: number }[] {
  const { point, width, height, radius } = label;
  return NEAR.map(([dx, dy], rank) => {
    const x = point.x + dx * (radius + GAP) + Math.sign(dx) * (width / 2);
    const y = point.y + dy * (radius + GAP) + Math.sign(dy) * (height / 2);
    return { box: boxAround({ x, y }, width, height), rank };
  }).filter(({ box }) => label.free(box));
}

/**
 * Adds places beside their points to `placed`: the labels with the fewest free places first, each where it takes the least
 * from the others. Returns the labels that find none.
 */
export function placeBeside(labels: readonly Label[], placed: PlacedLabel[]): readonly Label[] {
  const inTheWay = ({ box }: Candidate): boolean =>
    placed.some((other) => overlap(other.box, box) || leads(other, box));
  let open = labels.map((label) => {
    const around = boxAround(
      label.point,
      2 * (label.width + label.radius + GAP),
      2 * (label.height + label.radius + GAP),
    );
    return { label, around, places: label.beside.filter((one) => !inTheWay(one)) };
  });
  const rest: Label[] = [];
  while (open.length > 0) {
    const next = open.reduce((least, one) => (one.places.length < least.places.length ? one : least));
    open = open.filter((one) => one !== next);
    if (next.places.length === 0) {
      rest.push(next.label);
      continue;
    }
    const taken = (box: Box): number =>
      open.reduce(
        (sum, { around, places }) =>
          overlap(around, box) ? sum + places.filter((one) => overlap(one.box, box)).length : sum,
        0,
      );
    const costs = next.places.map(({ box, cost }) => cost + taken(box));
    const { box } = next.places[costs.indexOf(Math.min(...costs))] as Candidate;
    placed.push({ index: next.label.index, box });
    open = open.map((one) =>
      overlap(one.around, box)
        ? { ...one, places: one.places.filter((place) => !overlap(place.box, box)) }
        : one,
    );
  }
  return rest;
}
