import { randomBelow, seededRandom } from "../base/index.ts";

/**
 * How often one rater alone finds the class that the mean of the others gives: a classifier that agrees with the mean more often than a person
 * does has learned the raters' habits, not more. For each list of ratings one rater is drawn and compared with the mean of the rest; `classOf` turns a rating or a
 * mean into a class, or into undefined where it has none, as near 0: such texts are left out. NaN if none is left.
 */
export function raterCeiling(
  ratings: readonly (readonly number[])[],
  classOf: (rating: number) => number | undefined,
  { seed = 1 }: { readonly seed?: number } = {},
): number {
  const random = seededRandom(seed);
  let [agreed, counted] = [0, 0];
  for (const list of ratings) {
    if (list.length < 2) continue;
    const one = randomBelow(list.length, random);
    const others = list.filter((_, i) => i !== one);
    const truth = classOf(others.reduce((sum, rating) => sum + rating, 0) / others.length);
    if (truth === undefined) continue;
    counted++;
    if (classOf(list[one] as number) === truth) agreed++;
  }
  return agreed / counted;
}
