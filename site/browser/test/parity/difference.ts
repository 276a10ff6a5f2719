const NUMBER = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;

/** How far numbers may be apart: `Math.exp` and its like may differ in the last digit between two engines. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** Where two texts differ, in words; undefined where they are the same but for numbers within the tolerance. */
export function difference(
  wanted: string,
  got: string,
  { relative, absolute }: Tolerance,
): string | undefined {
  const texts = [wanted, got].map((text) => text.split(NUMBER)) as [string[], string[]];
  const place = texts[0].findIndex((text, i) => text !== texts[1][i]);
  if (place >= 0 || texts[0].length !== texts[1].length)
    return `"${excerpt(texts[0], place)}" in Node, "${excerpt(texts[1], place)}" here`;
  const numbers = [wanted, got].map((text) => Array.from(text.matchAll(NUMBER), Number)) as [
    number[],
    number[],
  ];
  const apart = numbers[0].findIndex((a, i) => {
    const b = numbers[1][i] as number;
    return !(Math.abs(a - b) <= absolute + relative * Math.abs(a));
  });
  return apart < 0 ? undefined : `${numbers[0][apart]} in Node, ${numbers[1][apart]} here`;
}

function excerpt(texts: readonly string[], place: number): string {
  return (texts.at(place) ?? "").slice(0, 120);
}
