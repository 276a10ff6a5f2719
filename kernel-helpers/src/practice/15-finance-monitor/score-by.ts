/** The mean of the numbers of a text, with the sign of a word turned after a negator. */
export type NegatedScore = (
  tokens: readonly string[],
  lexicon: Readonly<Record<string, number>>,
  negators: readonly string[],
  reach: number,
) => number;

/** A token of a text, and what may stand before it. */
interface Place {
  readonly tokens: readonly string[];
  readonly at: number;
  readonly reach: number;
  readonly isNegator: (token: string) => boolean;
}

/** Whether a negator is among the `reach` tokens before the place. */
export function before({ tokens, at, reach, isNegator }: Place): boolean {
  return tokens.slice(Math.max(0, at - reach), at).some(isNegator);
}

/** -1 after a negator, else 1. */
export const turned = (place: Place): number | undefined => (before(place) ? -1 : 1);

/** The score; `factor` is what a word's number is multiplied by, undefined to leave it out. */
export function scoreBy(
  [tokens, lexicon, negators, reach]: Parameters<NegatedScore>,
  factor: (place: Place) => number | undefined = turned,
  last: (sum: number, found: number) => number = (sum, found) => (found === 0 ? 0 : sum / found),
): number {
  let [sum, found] = [0, 0];
  tokens.forEach((token, at) => {
    const number = lexicon[token];
    const times = factor({ tokens, at, reach, isNegator: (one) => negators.includes(one) });
    if (number === undefined || times === undefined) return;
    sum += times * number;
    found++;
  });
  return last(sum, found);
}
