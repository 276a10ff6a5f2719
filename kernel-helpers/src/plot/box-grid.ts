import { type Box, overlap } from "./box.ts";

/**
 * Whether one of `boxes` has an area in common with a box: they are kept by where they lie, in squares of `size` pixels, so
 * that a question about a place asks only those around it.
 */
export function boxGrid(boxes: readonly Box[], size: number): (box: Box) => boolean {
  const cells = new Map<string, Box[]>();
  const distinct = new Map(boxes.map((box) => [`${box.left} ${box.top} ${box.right} ${box.bottom}`, box]));
  for (const box of distinct.values()) {
    for (const key of cellsOf(box, size)) {
      const cell = cells.get(key);
      if (cell) cell.push(box);
      else cells.set(key, [box]);
    }
  }
  return (box) => {
    for (const key of cellsOf(box, size)) {
      if (cells.get(key)?.some((one) => overlap(one, box))) return true;
    }
    return false;
  };
}

/** The squares on which a box lies. */
function* cellsOf({ left, right, top, bottom }: Box, size: number): Generator<string> {
  const [firstRow, lastRow, firstColumn, lastColumn] = [top, bottom, left, right].map((place) =>
    Math.floor(place / size),
  ) as [number, number, number, number];
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) yield `${row} ${column}`;
  }
}
