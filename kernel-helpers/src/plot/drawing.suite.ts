import { type Box, lineHits, overlap } from "./box.ts";
import type { Drawing, DrawnText } from "./drawing.ts";
import { textHeight, textWidth } from "./text-size.ts";

/** How much wider than others bold letters are. */
const BOLD = 1.15;

/** What is wrong with a drawing, in words: what covers what, and what leaves it. */
export function faultsOf({ width, height, boxes, lines, texts }: Drawing): string[] {
  const found: string[] = [];
  const shown = texts.map((text) => ({ text: text.text, box: boxOf(text) }));
  const rims = boxes.map((box, i) => ({ text: `box ${i} (${box.fill})`, box }));
  for (const { text, box } of [...shown, ...rims])
    if (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
      found.push(`${text} leaves the drawing`);
  for (const [i, one] of shown.entries()) {
    for (const other of shown.slice(0, i))
      if (overlap(one.box, other.box)) found.push(`${one.text} overlaps ${other.text}`);
    for (const other of rims)
      if (overlap(one.box, other.box) && !inside(other.box, one.box))
        found.push(`${one.text} stands over the rim of ${other.text}`);
    if (lines.some(({ from, to }) => lineHits(from, to, one.box))) found.push(`a line crosses ${one.text}`);
  }
  for (const [i, one] of rims.entries()) {
    for (const other of rims.slice(0, i))
      if (overlap(smaller(one.box), other.box) && !same(one.box, other.box))
        found.push(`${one.text} overlaps ${other.text}`);
    if (lines.some(({ from, to }) => lineHits(from, to, one.box))) found.push(`a line crosses ${one.text}`);
  }
  return found;
}

function boxOf({ x, y, text, align, size, weight }: DrawnText): Box {
  const width = textWidth(text, size) * (weight === "bold" ? BOLD : 1);
  const left = { left: x, center: x - width / 2, right: x - width }[align];
  const half = textHeight(text, size) / 2;
  return { left, right: left + width, top: y - half, bottom: y + half };
}

/** Whether a box contains a text, but for what rounding may take. */
function inside(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left - 0.1 &&
    inner.right <= outer.right + 0.1 &&
    inner.top >= outer.top - 0.1 &&
    inner.bottom <= outer.bottom + 0.1
  );
}

/** A box without what rounding may add. */
function smaller({ left, top, right, bottom }: Box): Box {
  return { left: left + 0.01, top: top + 0.01, right: right - 0.01, bottom: bottom - 0.01 };
}

function same(one: Box, other: Box): boolean {
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.right === other.right &&
    one.bottom === other.bottom
  );
}
