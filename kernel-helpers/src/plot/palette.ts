/**
 * Eight colours that can be told apart with every kind of colour blindness (Okabe and Ito 2008, "Color Universal
 * Design"), without their yellow, which is too pale for lines on white, and with black last.
 */
export const palette: readonly string[] = [
  "#0072B2", // blue
  "#D55E00", // vermilion
  "#009E73", // bluish green
  "#CC79A7", // reddish purple
  "#E69F00", // orange
  "#56B4E9", // sky blue
  "#000000", // black
];

/** Colour `index` of the palette, which repeats after its last colour. */
export function colour(index: number): string {
  return palette[index % palette.length] as string;
}
