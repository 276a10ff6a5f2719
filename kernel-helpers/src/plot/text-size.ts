/** Widths of characters in em, rounded up, of DejaVu Sans and so of Verdana, the widest of the usual fonts. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [0.3, "'IJijl"],
  [0.35, " \u00a0,./:;\\|·"],
  [0.4, "()-[]ft"],
  [0.45, "!r₂"],
  [0.5, '"*_`'],
  [0.55, "?csz∂"],
  [0.6, "FLkvxy"],
  [0.65, "$0123456789EPSTYabdeghnopqu{}σΣπη√"],
  [0.7, "ABCKRVXZα∇"],
  [0.75, "NU"],
  [0.8, "&DGHOQ"],
  [0.85, "#+<=>^w~−×±→←"],
  [0.9, "M"],
  [1, "%@Wm…"],
];

const known = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])));

/** Letters that stand in a square, such as Chinese ones, and pictures. */
const SQUARE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const MARK = /^\p{M}$/u;

/** Other fonts may be wider than the widths above. */
const MARGIN = 1.05;

/**
 * Width of `text` in pixels, at least as wide as the usual fonts draw it; no page is asked, so that charts are the same
 * everywhere.
 */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const letter of text.normalize("NFC")) em += widthOf(letter);
  return em * fontSize * MARGIN;
}

/** Height of a line of `text` in pixels: fonts for Chinese letters are higher. */
export function textHeight(text: string, fontSize: number): number {
  return fontSize * (SQUARE.test(text) || PICTURE.test(text) ? 1.5 : 1.3);
}

function widthOf(letter: string): number {
  const width = known.get(letter) ?? known.get(letter.normalize("NFD")[0] as string);
  if (width !== undefined) return width;
  if (MARK.test(letter)) return 0;
  if (PICTURE.test(letter)) return 1.4;
  return SQUARE.test(letter) ? 1 : 1.1;
}
