/** A rectangle in pixels; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A place in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The rectangle of this size around its centre. */
export function boxAround({ x, y }: Place, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** Whether two rectangles have an area in common. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether `inner` lies in `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.right <= outer.right &&
    inner.bottom <= outer.bottom
  );
}

/** Where the straight line from `from`, outside `box`, to the middle of `box` enters it. */
export function entryOf(box: Box, from: Place): Place {
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const [dx, dy] = [middle.x - from.x, middle.y - from.y];
  const inside = Math.min(
    (box.right - box.left) / 2 / Math.abs(dx || Number.EPSILON),
    (box.bottom - box.top) / 2 / Math.abs(dy || Number.EPSILON),
  );
  const share = Math.max(0, 1 - inside);
  return { x: from.x + share * dx, y: from.y + share * dy };
}

/** Whether the straight line from `a` to `b` passes through `box` (Liang and Barsky 1984). */
export function lineHits(a: Place, b: Place, box: Box): boolean {
  let [from, to] = [0, 1];
  const sides = [
    [a.x - b.x, a.x - box.left],
    [b.x - a.x, box.right - a.x],
    [a.y - b.y, a.y - box.top],
    [b.y - a.y, box.bottom - a.y],
  ] as const;
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to;
}

/** Whether the straight lines a–b and c–d cross. */
export function linesCross([a, b]: readonly [Place, Place], [c, d]: readonly [Place, Place]): boolean {
  const side = (p: Place, q: Place, r: Place): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}
