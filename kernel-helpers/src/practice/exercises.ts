import type { Exercise } from "../check/index.ts";
import { startHere } from "./00-start-here/index.ts";
import { readingVectors } from "./01-reading-vectors/index.ts";
import { countingAndPmi } from "./02-counting-and-pmi/index.ts";
import { softmaxAsABigramNet } from "./03-softmax-as-a-bigram-net/index.ts";
import { cbow } from "./04-cbow/index.ts";
import { skipGram } from "./05-skip-gram/index.ts";
import { hierarchicalSoftmax } from "./06-hierarchical-softmax/index.ts";
import { negativeSampling } from "./07-negative-sampling/index.ts";
import { batchesAndGpu } from "./10-batches-and-gpu/index.ts";
import { sentiment } from "./13-sentiment/index.ts";
import { customerService } from "./14-customer-service/index.ts";
import { financeMonitor } from "./15-finance-monitor/index.ts";
import { performanceLesson } from "./17-performance/index.ts";

/** Every exercise of the course by its id. */
export const exercises: typeof startHere &
  typeof readingVectors &
  typeof countingAndPmi &
  typeof softmaxAsABigramNet &
  typeof cbow &
  typeof skipGram &
  typeof hierarchicalSoftmax &
  typeof negativeSampling &
  typeof batchesAndGpu &
  typeof sentiment &
  typeof customerService &
  typeof financeMonitor &
  typeof performanceLesson = {
  ...startHere,
  ...readingVectors,
  ...countingAndPmi,
  ...softmaxAsABigramNet,
  ...cbow,
  ...skipGram,
  ...hierarchicalSoftmax,
  ...negativeSampling,
  ...batchesAndGpu,
  ...sentiment,
  ...customerService,
  ...financeMonitor,
  ...performanceLesson,
};

/** The id of an exercise: "04-cbow/hidden-layer". */
export type ExerciseId = keyof typeof exercises;

/** The type of the function that an exercise asks for. */
export type AnswerTo<Id extends ExerciseId> =
  (typeof exercises)[Id] extends Exercise<infer Answer> ? Answer : never;
