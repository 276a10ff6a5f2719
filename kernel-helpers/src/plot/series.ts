import { legendColumns } from "./legend.ts";
import { colour, dashes } from "./palette.ts";

/**
 * The encoding by which several lines differ, in colour and in dashes, with one legend for both in as many columns as
 * `width` pixels hold; nothing for a single line.
 */
export function seriesEncoding(names: readonly string[], width: number): object {
  if (names.length < 2) return {};
  const legend = {
    title: null,
    orient: "top",
    columns: legendColumns(names, width),
    symbolSize: 400,
    symbolType: "stroke",
  };
  const channel = (range: readonly unknown[]): object => ({
    field: "series",
    type: "nominal",
    scale: { domain: names, range },
    legend,
  });
  return {
    color: channel(names.map((_, index) => colour(index))),
    strokeDash: channel(names.map((_, index) => dashes[index % dashes.length])),
  };
}
