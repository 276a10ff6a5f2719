/** What a threshold does: what scores at least as much is answered, the rest goes to a person. */
export interface FallbackErrors {
  /** Share of the foreign questions that are answered all the same. */
  readonly falseAnswers: number;
  /** Share of the known questions that are not answered. */
  readonly falseFallbacks: number;
}

const ACTION = "Cannot measure the fallback";

/** Both error rates at a threshold, for the best scores of known and of foreign questions. Throws RangeError if a list is empty. */
export function fallbackErrors(
  known: ArrayLike<number>,
  foreign: ArrayLike<number>,
  threshold: number,
): FallbackErrors {
  if (known.length === 0 || foreign.length === 0) {
    throw new RangeError(
      `${ACTION} as both known and foreign questions are needed: there are ${known.length} and ${foreign.length}`,
    );
  }
  const answered = (scores: ArrayLike<number>): number =>
    Array.from(scores).filter((score) => score >= threshold).length;
  return {
    falseAnswers: answered(foreign) / foreign.length,
    falseFallbacks: 1 - answered(known) / known.length,
  };
}

/** Options of `chooseThreshold`. */
export interface ThresholdOptions {
  /** Share of the foreign questions that may be answered at most. Default: 0.05. */
  readonly falseAnswers?: number;
}

/**
 * The lowest threshold, among the scores, at which no more than the allowed share of the foreign questions is answered: then as many known questions as
 * possible are. Infinity if none is good enough. Give it validation questions: chosen on test questions, both error rates would look better than they are.
 *
 * @example
 * chooseThreshold([0.9, 0.4], [0.1, 0.5], { falseAnswers: 0 }); // 0.9
 */
export function chooseThreshold(
  known: ArrayLike<number>,
  foreign: ArrayLike<number>,
  { falseAnswers = 0.05 }: ThresholdOptions = {},
): number {
  if (!(falseAnswers >= 0 && falseAnswers < 1)) {
    throw new RangeError(
      `${ACTION} as falseAnswers must be from 0 to below 1: current value is ${falseAnswers}`,
    );
  }
  const candidates = [...new Set([...Array.from(known), ...Array.from(foreign)])].sort((a, b) => a - b);
  const found = candidates.find(
    (threshold) => fallbackErrors(known, foreign, threshold).falseAnswers <= falseAnswers,
  );
  return found ?? Number.POSITIVE_INFINITY;
}
