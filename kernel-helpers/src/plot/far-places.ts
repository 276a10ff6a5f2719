import { type Box, boxAround, entryOf, lineHits, linesCross, overlap, type Place } from "./box.ts";
import { type FarPlace, type Label, leads, type PlacedLabel, type SizedLabel } from "./label.ts";

/** Turns to either side, in rising order. */
const TURNS = Array.from(
  { length: 24 },
  (_, i) => ((i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2) * Math.PI) / 12,
);
const DISTANCES = [10, 18, 28, 40, 54, 70, 88, 108];

/** The length of the longest leader line, in pixels. */
export const farthest: number = DISTANCES.at(-1) as number;

/** The first place away from the point that no other label takes, with its leader line. */
export function farPlace(label: Label, placed: readonly PlacedLabel[]): PlacedLabel | undefined {
  const found = label
    .far()
    .find(({ box, leader }) =>
      placed.every(
        (other) =>
          !overlap(other.box, box) &&
          !leads(other, box) &&
          !lineHits(...leader, other.box) &&
          !(other.leader && linesCross(leader, other.leader)),
      ),
    );
  return found && { index: label.index, ...found };
}

/** The places away from the point whose box is free and whose line passes through no point, the nearest first. */
export function farPlaces(label: SizedLabel): readonly FarPlace[] {
  const { point, width, height, radius, near, free } = label;
  const outwards = awayFrom(near, point);
  let others: readonly Box[] | undefined;
  const isCrossed = (leader: readonly [Place, Place]): boolean => {
    others ??= near.map(core).filter((dot) => !overlap(dot, boxAround(point, 1, 1)));
    return others.some((dot) => lineHits(...leader, dot));
  };
  const found: FarPlace[] = [];
  for (const distance of DISTANCES) {
    for (const turn of TURNS) {
      const [dx, dy] = [Math.cos(outwards + turn), Math.sin(outwards + turn)];
      const away = radius + distance;
      const centre = { x: point.x + dx * (away + width / 2), y: point.y + dy * (away + height / 2) };
      const box = boxAround(centre, width, height);
      if (!free(box)) continue;
      const leader = [point, entryOf(box, point)] as const;
      if (!isCrossed(leader)) found.push({ box, leader });
    }
  }
  return found;
}

/** The direction from the middle of the points around to `point`; upwards for a point in the middle. */
function awayFrom(near: readonly Box[], { x, y }: Place): number {
  const sum = (of: (box: Box) => number): number => near.reduce((total, box) => total + of(box), 0);
  const dx = x - sum(({ left, right }) => left + right) / (2 * near.length);
  const dy = y - sum(({ top, bottom }) => top + bottom) / (2 * near.length);
  return Math.hypot(dx, dy) < 1 ? -Math.PI / 2 : Math.atan2(dy, dx);
}

/** A point without its rim, which a line may touch. */
function core({ left, right, top, bottom }: Box): Box {
  const rim = 1;
  return { left: left + rim, right: right - rim, top: top + rim, bottom: bottom - rim };
}
