import { durationText } from "../base/index.ts";
import { type SearchOptions, searchRungs, type TrialResult } from "../classify/index.ts";

/**
 * How much time a search still needs, told after each trial: each epoch of those to come is taken to last as long as an epoch of those that have ended. An estimate: a trial may stop early,
 * and one that moves the vectors takes longer than one that does not.
 */
export function trialPace(
  options: SearchOptions,
  earlier: readonly TrialResult[],
): (result: TrialResult) => string {
  const rungs = searchRungs(options);
  let left = rungs.reduce((sum, { trials, epochs }) => sum + trials * epochs, 0);
  for (const { epochs } of earlier) left -= epochs;
  let [seconds, done] = [0, 0];
  return (result) => {
    left -= result.epochs;
    done += result.epochs;
    seconds += result.seconds;
    return `about ${durationText((left * seconds) / done)} left`;
  };
}
