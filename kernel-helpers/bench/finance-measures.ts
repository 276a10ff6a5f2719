import {
  type AlarmScores,
  alarmScores,
  baselineOf,
  cusumChart,
  type Lexicon,
  lexiconScore,
  meanInterval,
  type WidenOptions,
} from "kernel-helpers";

/** More seeds than there are: all of them count. */
export const ALL = 10_000;

/** A widening in words. */
export function wideningName({ margin, nearest, graded }: Required<Omit<WidenOptions, "minCount">>): string {
  return `${nearest === ALL ? "all seeds" : `${nearest} nearest seeds`}, ${graded ? "d(w)" : "±1"}, margin ${margin}`;
}

/** A text with an opinion, 1 or -1. */
export interface Rated {
  readonly tokens: readonly string[];
  readonly sign: number;
}

/** The mean of measurements with its 95 % interval; one measurement alone has none. */
export function over(values: readonly number[], digits = 3): string {
  if (values.length === 1) return (values[0] as number).toFixed(digits);
  const { estimate, low, high } = meanInterval(values);
  const [middle, from, to] = [estimate, low, high].map((x) => x.toFixed(digits).replace(/^-(?=[0.]*$)/, "")); // no -0.0
  return `${middle} (${from} to ${to})`;
}

/** Share of the more frequent of two labels; 1 is one of them. */
export function majority(labels: readonly number[]): number {
  const share = labels.filter((label) => label === 1).length / labels.length;
  return Math.max(share, 1 - share);
}

/** Share of the texts with a word of the lexicon. */
export function covered(texts: readonly (readonly string[])[], lexicon: Lexicon): number {
  return texts.filter((tokens) => lexiconScore(tokens, lexicon).found > 0).length / texts.length;
}

/** Share of right signs among the texts whose score is not 0. */
export function precisionOf(rated: readonly Rated[], lexicon: Lexicon): number {
  const products = rated.map(({ tokens, sign }) => lexiconScore(tokens, lexicon).score * sign);
  const spoken = products.filter((product) => product !== 0);
  return spoken.filter((product) => product > 0).length / spoken.length;
}

/** 1 for a message with "profit … vs loss", -1 for "loss … vs profit", 0 for others. */
export function resultOf(tokens: readonly string[]): number {
  const isKind = (token: string | undefined): boolean => token === "loss" || token === "profit";
  let now: string | undefined;
  for (const [at, token] of tokens.entries()) {
    const then = tokens[at + 1];
    if (isKind(token)) now = token;
    if (token === "vs" && now !== undefined && isKind(then) && now !== then) return now === "profit" ? 1 : -1;
  }
  return 0;
}

/** How a CUSUM chart with this limit watches a stream whose first 100 messages give the baseline. An alarm of good news does not find a shock of bad news. */
export function watched(
  stream: readonly (readonly string[])[],
  lexicon: Lexicon,
  { limit, shockAt }: { readonly limit: number; readonly shockAt: number },
): AlarmScores {
  const scores = stream.map((tokens) => lexiconScore(tokens, lexicon).score);
  const chart = cusumChart(baselineOf(scores.slice(0, 100)), { limit });
  const alarms = scores.slice(100).flatMap((score, i) => {
    const { alarm } = chart.add(score);
    return alarm === "down" || (alarm === "up" && 101 + i < shockAt) ? [101 + i] : [];
  });
  return alarmScores(alarms, { warmUp: 100, shockAt });
}
