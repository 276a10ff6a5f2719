/** The parts of a data set: what a model is fitted on, what its choices are compared on, and what it is judged on. */
export type PartName = "train" | "validation" | "test";

/** Some examples of a data set, by their numbers. */
export interface Part<Name extends PartName = PartName> {
  /** Which part it is; the type has it too, so that fitting on a test part is a type error. */
  readonly name: Name;
  /** Numbers of its examples, in rising order. */
  readonly examples: readonly number[];
}

/** A part that something may be fitted on or chosen by. */
export type FittingPart = Part<"train"> | Part<"validation">;

/** A data set in three parts without a common example. */
export interface Split {
  /** What is fitted. */
  readonly train: Part<"train">;
  /** What choices are made by. */
  readonly validation: Part<"validation">;
  /** What judges, once. */
  readonly test: Part<"test">;
}

/**
 * Throws RangeError for a test part, whatever its type says: nothing may be fitted on the examples that judge it.
 * `action` begins the message: "Cannot fit a vocabulary".
 */
export function requireFitting(action: string, { name }: Part): void {
  if (name !== "test") return;
  throw new RangeError(
    `${action} as the part must not be the test part: what is fitted on it cannot be judged on it any more. ` +
      "Remedy: give the train part, or the validation part for a choice",
  );
}

/** Throws RangeError if the part is empty or has a number that is no example of 0 to `count` - 1. */
export function requireExamples(action: string, { name, examples }: Part, count: number): void {
  if (examples.length === 0) {
    throw new RangeError(`${action} as the ${name} part must have examples: it is empty`);
  }
  const wrong = examples.find((example) => !(Number.isInteger(example) && example >= 0 && example < count));
  if (wrong === undefined) return;
  throw new RangeError(
    `${action} as the ${name} part must have numbers of examples, 0 to ${count - 1}: one is ${wrong}`,
  );
}
