import type { Exercise } from "../check/index.ts";
import { startHere } from "./00-start-here/index.ts";
import { readingVectors } from "./01-reading-vectors/index.ts";
import { countingAndPmi } from "./02-counting-and-pmi/index.ts";
import { cbow } from "./04-cbow/index.ts";
import { skipGram } from "./05-skip-gram/index.ts";
import { hierarchicalSoftmax } from "./06-hierarchical-softmax/index.ts";
import { batchesAndGpu } from "./10-batches-and-gpu/index.ts";

/** Every exercise of the course by its id. */
export const exercises: typeof startHere &
  typeof readingVectors &
  typeof countingAndPmi &
  typeof cbow &
  typeof skipGram &
  typeof hierarchicalSoftmax &
  typeof batchesAndGpu = {
  ...startHere,
  ...readingVectors,
  ...countingAndPmi,
  ...cbow,
  ...skipGram,
  ...hierarchicalSoftmax,
  ...batchesAndGpu,
};

/** The id of an exercise: "04-cbow/hidden-layer". */
export type ExerciseId = keyof typeof exercises;

/** The type of the function that an exercise asks for. */
export type AnswerTo<Id extends ExerciseId> =
  (typeof exercises)[Id] extends Exercise<infer Answer> ? Answer : never;
