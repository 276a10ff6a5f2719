import { requireInteger, seededRandom, shuffled } from "../base/index.ts";
import type { Part, PartName, Split } from "./part.ts";

/** Options of `splitExamples`. */
export interface SplitOptions {
  /** Share of the examples for validation. Default: 0.2. */
  readonly validation?: number;
  /** Share of the examples for the test. Default: 0.2. */
  readonly test?: number;
  /**
   * The group of each example, such as the review that a sentence was cut from, or the text itself where texts occur twice:
   * a group lies in one part as a whole. Default: each example is a group.
   */
  readonly groups?: readonly (string | number)[];
  /** Default: 1. */
  readonly seed?: number;
}

const ACTION = "Cannot split the examples";

/**
 * Draws a test part and a validation part of about the wanted size, group by group in a random order, and leaves the rest for
 * training. A part ends with the first group that brings it to its size or above it. Every example is in one part.
 *
 * Throws RangeError if the shares leave nothing for training, and if there are too few groups for three parts.
 *
 * @example
 * splitExamples(10).test.examples.length; // 2
 */
export function splitExamples(
  count: number,
  { validation = 0.2, test = 0.2, groups, seed = 1 }: SplitOptions = {},
): Split {
  requireInteger(ACTION, { count }, 3);
  requireShares(validation, test);
  const members = shuffled(groupsOf(count, groups), seededRandom(seed));
  const take = (share: number): number[] => {
    const taken: number[] = [];
    while (taken.length < share * count && members.length > 0) {
      for (const example of members.pop() as number[]) taken.push(example); // a call takes no 100,000 arguments
    }
    return taken;
  };
  const [tested, validated] = [take(test), take(validation)];
  const parts = { test: part("test", tested), validation: part("validation", validated) };
  const split: Split = { train: part("train", members.flat()), ...parts };
  if (Object.values(split).every(({ examples }) => examples.length > 0)) return split;
  throw new RangeError(
    `${ACTION} as there must be groups for three parts: the largest has ${largestOf(groups)} of the ${count} examples. ` +
      "Remedy: smaller shares, or groups that are smaller",
  );
}

function requireShares(validation: number, test: number): void {
  for (const [name, share] of Object.entries({ validation, test })) {
    if (!(share > 0 && share < 1)) {
      throw new RangeError(`${ACTION} as ${name} must be a share between 0 and 1: current value is ${share}`);
    }
  }
  if (validation + test < 1) return;
  throw new RangeError(
    `${ACTION} as validation and test must leave examples for training: together they are ${validation + test}`,
  );
}

/** The examples of each group, in the order in which the groups first occur. */
function groupsOf(count: number, groups: SplitOptions["groups"]): number[][] {
  if (groups === undefined) return Array.from({ length: count }, (_, example) => [example]);
  if (groups.length !== count) {
    throw new RangeError(
      `${ACTION} as groups must name one for each of the ${count} examples: it has ${groups.length}`,
    );
  }
  const members = new Map<string | number, number[]>();
  groups.forEach((group, example) => {
    const known = members.get(group);
    if (known) known.push(example);
    else members.set(group, [example]);
  });
  return [...members.values()];
}

function largestOf(groups: SplitOptions["groups"] = []): number {
  return groupsOf(groups.length, groups).reduce((most, { length }) => Math.max(most, length), 1);
}

function part<Name extends PartName>(name: Name, examples: number[]): Part<Name> {
  return { name, examples: examples.sort((a, b) => a - b) };
}
