import type { Random } from "../../base/index.ts";

/** The best scores of questions that have an answer, and of foreign ones. */
export interface Scores {
  readonly known: readonly number[];
  readonly foreign: readonly number[];
}

/** A threshold and both error rates at it. */
export interface Chosen {
  threshold: number;
  falseAnswers: number;
  falseFallbacks: number;
}

interface Otherwise {
  readonly answers?: (score: number, threshold: number) => boolean;
  /** From the thresholds that are allowed, in rising order. */
  readonly choose?: (fitting: readonly number[]) => number;
  readonly candidates?: (validation: Scores) => readonly number[];
}

/** Chooses on `validation` and judges on `test`; what is given besides them makes a known mistake. */
export function fallbackBy(
  validation: Scores,
  test: Scores,
  allowed: number,
  {
    answers = (score, threshold) => score >= threshold,
    choose = ([lowest]) => lowest as number,
    candidates = ({ known, foreign }) => [...known, ...foreign],
  }: Otherwise = {},
): Chosen {
  const fitting = [...candidates(validation)]
    .sort((a, b) => a - b)
    .filter(
      (threshold) =>
        validation.foreign.filter((score) => answers(score, threshold)).length <=
        allowed * validation.foreign.length,
    );
  const threshold = fitting.length > 0 ? choose(fitting) : Number.POSITIVE_INFINITY;
  return errors(test, threshold, (score) => answers(score, threshold));
}

/** Both error rates of what is answered. */
export function errors(
  { known, foreign }: Scores,
  threshold: number,
  answered: (score: number) => boolean,
): Chosen {
  return {
    threshold,
    falseAnswers: foreign.filter(answered).length / foreign.length,
    falseFallbacks: known.filter((score) => !answered(score)).length / known.length,
  };
}

/** Scores that overlap. */
export function drawn(random: Random): Scores {
  return {
    known: Array.from({ length: 12 }, () => 0.3 + 0.7 * random()),
    foreign: Array.from({ length: 10 }, () => 0.7 * random()),
  };
}
