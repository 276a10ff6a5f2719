import { seededRandom } from "../base/index.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";

/** Which cases an exercise is tried on. */
export interface CaseOptions {
  /** Seed of the first round. Default: 1. */
  readonly seed?: number;
  /** How often all instances are made, each time with the next seed. Default: 5. */
  readonly rounds?: number;
}

/** The argument lists that a check tries, in order: the instances of each round. */
export function casesOf<Answer extends AnyFunction>(
  { instances }: Pick<Exercise<Answer>, "instances">,
  { seed = 1, rounds = 5 }: CaseOptions = {},
): Parameters<Answer>[] {
  return Array.from({ length: rounds }, (_, round) => instances(seededRandom(seed + round))).flat();
}
