import type { Random } from "../base/index.ts";
import type { Nearness } from "./compare.ts";

/** Any function that a learner may be asked to write. */
// biome-ignore lint/suspicious/noExplicitAny: a constraint that every function fits; `never[]` would lose Parameters<>
export type AnyFunction = (...values: any[]) => unknown;

/** A known mistake: the check recognises it by computing it. */
export interface KnownMistake<Answer extends AnyFunction> {
  /** Name in kebab case, unique in its exercise. */
  readonly name: string;
  /** A question that leads to the mistake without giving the answer. */
  readonly hint: string;
  /** What the mistake computes. */
  readonly value: Answer;
  /** What it computes when it is written in another way. */
  readonly variants?: readonly Answer[];
}

/** A way to fail that has a name, and the question that it gets. */
export interface Slip {
  /** Name in kebab case, shown beside the exercise's id. */
  readonly name: string;
  /** A question that leads to it. */
  readonly hint: string;
}

/** What a message of a broken manner says. */
export interface BrokenManner {
  /** What the exercise asks for. */
  readonly wanted: string;
  /** What the function did. */
  readonly got: string;
}

/** What an exercise forbids beside wrong numbers, such as leaving tensors behind. */
export interface Manner extends Slip {
  /** What the result says that the function did; undefined if it did well. */
  readonly broken: (result: unknown) => BrokenManner | undefined;
}

/** One function that the learner writes, and how to judge it; `tolerance` and `floor` say how near each number must be. */
export interface Exercise<Answer extends AnyFunction> extends Nearness {
  /** Lesson and name: "04-cbow/hidden-layer". */
  readonly id: string;
  /** What it is worth. */
  readonly points: number;
  /** Source of the formula. */
  readonly equation: string;
  /** What each argument is called, for messages. */
  readonly parameters: readonly string[];
  /**
   * Argument lists to try, made with the given random numbers: the simplest first, then every edge, made so that it
   * occurs with any random numbers.
   */
  readonly instances: (random: Random) => readonly Parameters<Answer>[];
  /** The right answer; may change its arguments when the learner's function must. */
  readonly expected: Answer;
  /** Three questions, from a nudge to nearly there; one more is shown at each failed check. */
  readonly hints: readonly [string, string, string];
  /** What learners often write instead of the right answer. */
  readonly knownMistakes: readonly KnownMistake<Answer>[];
  /** What it forbids beside wrong numbers. */
  readonly manners?: readonly Manner[];
}
