/** Widths of narrower pages, in pixels. */
const NARROWER = [640, 520, 420, 340, 280];

/** The widths for which a figure or a drawing of `width` pixels has a layout: its own, and those of narrower pages. */
export function widthsFor(width: number): readonly number[] {
  return [width, ...NARROWER.filter((narrower) => narrower < width)];
}
