import { type Box, boxAround, entryOf, lineHits, linesCross, overlap, type Place } from "./box.ts";

/** Where the label of point `index` is written. */
export interface PlacedLabel {
  /** Number of the point. */
  readonly index: number;
  /** The label's rectangle, in pixels. */
  readonly box: Box;
  /** A line from the point to the label, for labels that do not touch their point. */
  readonly leader?: readonly [Place, Place];
}

/** A label that looks for its place. */
export interface Label {
  readonly index: number;
  readonly point: Place;
  readonly width: number;
  readonly height: number;
  /** Radius of the point. */
  readonly radius: number;
  /** The points around, its own among them. */
  readonly near: readonly Box[];
  /** Whether only labels may be in the way. */
  readonly free: (box: Box) => boolean;
  /** The free places beside the point. */
  readonly beside: readonly Candidate[];
}

/** A place for a label; the lower its cost, the clearer to which point it belongs. */
interface Candidate {
  readonly box: Box;
  readonly cost: number;
}

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
/** Turns to either side, in rising order. */
const TURNS = Array.from(
  { length: 24 },
  (_, i) => ((i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2) * Math.PI) / 12,
);
const DISTANCES = [10, 18, 28, 40, 54, 70, 88, 108];
const GAP = 2;

/** The length of the longest leader line, in pixels. */
export const farthest: number = DISTANCES.at(-1) as number;

/** The places beside the point on which no point lies. */
export function besidePlaces(label: Omit<Label, "beside">): readonly Candidate[] {
  const { point, width, height, radius, near } = label;
  return NEAR.map(([dx, dy], rank) => {
    const x = point.x + dx * (radius + GAP) + Math.sign(dx) * (width / 2);
    const y = point.y + dy * (radius + GAP) + Math.sign(dy) * (height / 2);
    const around = boxAround({ x, y }, width + 12, height + 12);
    const crowd = near.filter((dot) => overlap(dot, around)).length;
    return { box: boxAround({ x, y }, width, height), cost: rank / 8 + 2 * crowd };
  }).filter(({ box }) => label.free(box));
}

/**
 * Adds places beside their points to `placed`: the labels with the fewest free places first, each where it takes the least
 * from the others. Returns the labels that find none.
 */
export function placeBeside(labels: readonly Label[], placed: PlacedLabel[]): readonly Label[] {
  const inTheWay = ({ box }: Candidate): boolean =>
    placed.some((other) => overlap(other.box, box) || leads(other, box));
  let open = labels.map((label) => ({ label, places: label.beside.filter((one) => !inTheWay(one)) }));
  const rest: Label[] = [];
  while (open.length > 0) {
    const next = open.reduce((least, one) => (one.places.length < least.places.length ? one : least));
    open = open.filter((one) => one !== next);
    if (next.places.length === 0) {
      rest.push(next.label);
      continue;
    }
    const taken = (box: Box): number =>
      open.reduce((sum, { places }) => sum + places.filter((one) => overlap(one.box, box)).length, 0);
    const costs = next.places.map(({ box, cost }) => cost + taken(box));
    const { box } = next.places[costs.indexOf(Math.min(...costs))] as Candidate;
    placed.push({ index: next.label.index, box });
    open = open.map(({ label, places }) => ({
      label,
      places: places.filter((one) => !overlap(one.box, box)),
    }));
  }
  return rest;
}

/** The first free place away from the point, the nearest first, with its leader line. */
export function farPlace(label: Label, placed: readonly PlacedLabel[]): PlacedLabel | undefined {
  const { index, point, width, height, radius, near, free } = label;
  const outwards = awayFrom(near, point);
  const others = near.map(core).filter((dot) => !overlap(dot, boxAround(point, 1, 1)));
  for (const distance of DISTANCES) {
    for (const turn of TURNS) {
      const [dx, dy] = [Math.cos(outwards + turn), Math.sin(outwards + turn)];
      const away = radius + distance;
      const centre = { x: point.x + dx * (away + width / 2), y: point.y + dy * (away + height / 2) };
      const box = boxAround(centre, width, height);
      if (!free(box) || placed.some((other) => overlap(other.box, box) || leads(other, box))) continue;
      const leader = [point, entryOf(box, point)] as const;
      if (others.some((dot) => lineHits(...leader, dot))) continue;
      if (placed.some((other) => lineHits(...leader, other.box))) continue;
      if (placed.some((other) => other.leader && linesCross(leader, other.leader))) continue;
      return { index, box, leader };
    }
  }
  return undefined;
}

/** The direction from the middle of the points around to `point`; upwards for a point in the middle. */
function awayFrom(near: readonly Box[], { x, y }: Place): number {
  const sum = (of: (box: Box) => number): number => near.reduce((total, box) => total + of(box), 0);
  const dx = x - sum(({ left, right }) => left + right) / (2 * near.length);
  const dy = y - sum(({ top, bottom }) => top + bottom) / (2 * near.length);
  return Math.hypot(dx, dy) < 1 ? -Math.PI / 2 : Math.atan2(dy, dx);
}

/** Whether the leader line of a label passes through `box`. */
function leads({ leader }: PlacedLabel, box: Box): boolean {
  return leader !== undefined && lineHits(...leader, box);
}

/** A point without its rim, which a line may touch. */
function core({ left, right, top, bottom }: Box): Box {
  const rim = 1;
  return { left: left + rim, right: right - rim, top: top + rim, bottom: bottom - rim };
}
