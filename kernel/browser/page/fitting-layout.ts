import type { FigurePart } from "./plotly-types.ts";

/**
 * The widest layout of a figure that has room in `room` pixels: kernel-helpers gives layouts for narrower pages in
 * `layout.meta.narrower`, widest first. The narrowest if none has room; a figure without such layouts is made narrower as
 * it is. Without a width, or where the page is not laid out yet (0), the layout stays.
 */
export function fittingLayout(layout: FigurePart, room: number): FigurePart {
  const { narrower = [] } = (layout.meta ?? {}) as { readonly narrower?: readonly FigurePart[] };
  const fits = ({ width }: FigurePart): boolean => typeof width !== "number" || width <= room;
  if (room === 0 || fits(layout)) return layout;
  return narrower.find(fits) ?? narrower.at(-1) ?? { ...layout, width: room };
}
