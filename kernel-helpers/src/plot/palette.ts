/**
 * Five colours for lines and marks: each has a contrast of 3:1 or more with white and with the dark pages of JupyterLab
 * and of the site (WCAG 2.2, 1.4.11), and readers with any kind of colour blindness tell them apart (Machado et al.
 * 2009). Shapes and dashes beside them say the same without colour.
 */
export const palette: readonly string[] = [
  "#2f8cf0", // blue
  "#cc4400", // vermilion
  "#12806a", // green
  "#c05ad8", // purple
  "#93886a", // clay
];

/** Shapes of points, by the names that Vega and Plotly share. */
export const shapes: readonly string[] = [
  "circle",
  "square",
  "diamond",
  "triangle-up",
  "cross",
  "triangle-down",
  "triangle-left",
];

/** Dashes of lines: lengths of stroke and gap in pixels. */
export const dashes: readonly (readonly number[])[] = [
  [1, 0],
  [8, 4],
  [2, 3],
  [10, 3, 2, 3],
  [5, 2],
  [14, 4],
];

/** Colour `index` of the palette, which repeats after its last colour. */
export function colour(index: number): string {
  return palette[index % palette.length] as string;
}

/** Shape `index`; together with the colour, 35 groups differ. */
export function shape(index: number): string {
  return shapes[index % shapes.length] as string;
}
