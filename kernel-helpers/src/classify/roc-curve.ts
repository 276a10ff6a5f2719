/** What happens at one threshold: everything with a score of at least `threshold` is taken for the class. */
export interface RocPoint {
  /** Infinity for the first point, where nothing is taken. */
  readonly threshold: number;
  /** Share of the foreign examples that are taken: false alarms. */
  readonly falsePositiveRate: number;
  /** Share of the examples of the class that are taken: recall. */
  readonly truePositiveRate: number;
}

/**
 * The receiver operating characteristic (Fawcett 2006, algorithm 1): a point for each different score, from the largest to the smallest,
 * after one where nothing is taken. `labels` are 1 for the class and 0 for the rest.
 * Throws RangeError unless both occur, and for scores that are NaN.
 */
export function rocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): RocPoint[] {
  const { order, positive, negative } = ranked(labels, scores);
  const points: RocPoint[] = [
    { threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0 },
  ];
  let [hits, alarms] = [0, 0];
  order.forEach((example, at) => {
    if (labels[example] === 1) hits++;
    else alarms++;
    const threshold = scores[example] as number;
    if (at + 1 < order.length && scores[order[at + 1] as number] === threshold) return; // equal scores are taken together
    points.push({ threshold, falsePositiveRate: alarms / negative, truePositiveRate: hits / positive });
  });
  return points;
}

/**
 * Area under the receiver operating characteristic: the probability that an example of the class has a larger score than a foreign one, where
 * equal scores count one half (Hanley and McNeil 1982). 0.5 for scores that know nothing. Throws as `rocCurve`.
 *
 * @example
 * rocArea([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // 0.75
 */
export function rocArea(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  let [area, before] = [0, { falsePositiveRate: 0, truePositiveRate: 0 }];
  for (const point of rocCurve(labels, scores)) {
    const width = point.falsePositiveRate - before.falsePositiveRate;
    area += (width * (point.truePositiveRate + before.truePositiveRate)) / 2;
    before = point;
  }
  return area;
}

/**
 * Average precision, Σ_n (R_n - R_(n-1)) P_n over the thresholds from the largest: the area below the curve of precision over recall, without
 * drawing lines between its points. The share of the class for scores that know nothing. Throws as `rocCurve`.
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  const { order, positive } = ranked(labels, scores);
  let [sum, hits, counted] = [0, 0, 0];
  order.forEach((example, at) => {
    if (labels[example] === 1) hits++;
    if (at + 1 < order.length && scores[order[at + 1] as number] === scores[example]) return;
    sum += ((hits - counted) / positive) * (hits / (at + 1));
    counted = hits;
  });
  return sum;
}

interface Ranked {
  /** Numbers of the examples, the largest score first. */
  readonly order: readonly number[];
  readonly positive: number;
  readonly negative: number;
}

function ranked(labels: ArrayLike<number>, scores: ArrayLike<number>): Ranked {
  const action = "Cannot rank the examples";
  if (labels.length !== scores.length) {
    throw new RangeError(
      `${action} as each must have a score: there are ${labels.length} labels and ${scores.length} scores`,
    );
  }
  const examples = Array.from(labels, (_, i) => i);
  const strange = examples.find((i) => labels[i] !== 0 && labels[i] !== 1);
  if (strange !== undefined) {
    throw new RangeError(
      `${action} as every label must be 0 or 1: that of example ${strange} is ${labels[strange]}`,
    );
  }
  const unknown = examples.find((i) => Number.isNaN(scores[i]));
  if (unknown !== undefined)
    throw new RangeError(`${action} as every score must be a number: that of example ${unknown} is NaN`);
  const positive = examples.filter((i) => labels[i] === 1).length;
  const negative = examples.length - positive;
  if (positive === 0 || negative === 0) {
    throw new RangeError(
      `${action} as both labels must occur: all ${examples.length} are ${positive === 0 ? 0 : 1}`,
    );
  }
  return {
    order: examples.sort((a, b) => (scores[b] as number) - (scores[a] as number)),
    positive,
    negative,
  };
}
