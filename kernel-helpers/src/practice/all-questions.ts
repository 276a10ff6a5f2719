import { startHereQuiz } from "./00-start-here/quiz.ts";
import { readingVectorsQuiz } from "./01-reading-vectors/quiz.ts";
import { countingAndPmiQuiz } from "./02-counting-and-pmi/quiz.ts";
import { softmaxQuiz } from "./03-softmax-as-a-bigram-net/quiz.ts";
import { cbowQuiz } from "./04-cbow/quiz.ts";
import { skipGramQuiz } from "./05-skip-gram/quiz.ts";
import { hierarchicalSoftmaxQuiz } from "./06-hierarchical-softmax/quiz.ts";
import { negativeSamplingQuiz } from "./07-negative-sampling/quiz.ts";
import { batchesAndGpuQuiz } from "./10-batches-and-gpu/quiz.ts";
import { sentimentQuiz } from "./13-sentiment/quiz.ts";
import { customerServiceQuiz } from "./14-customer-service/quiz.ts";
import { financeMonitorQuiz } from "./15-finance-monitor/quiz.ts";
import { performanceQuiz } from "./17-performance/quiz.ts";

/** Every question of the course by its id. Loaded on demand: a page needs none of it before the first quiz. */
export const allQuestions: typeof startHereQuiz &
  typeof readingVectorsQuiz &
  typeof countingAndPmiQuiz &
  typeof softmaxQuiz &
  typeof cbowQuiz &
  typeof skipGramQuiz &
  typeof hierarchicalSoftmaxQuiz &
  typeof negativeSamplingQuiz &
  typeof batchesAndGpuQuiz &
  typeof sentimentQuiz &
  typeof customerServiceQuiz &
  typeof financeMonitorQuiz &
  typeof performanceQuiz = {
  ...startHereQuiz,
  ...readingVectorsQuiz,
  ...countingAndPmiQuiz,
  ...softmaxQuiz,
  ...cbowQuiz,
  ...skipGramQuiz,
  ...hierarchicalSoftmaxQuiz,
  ...negativeSamplingQuiz,
  ...batchesAndGpuQuiz,
  ...sentimentQuiz,
  ...customerServiceQuiz,
  ...financeMonitorQuiz,
  ...performanceQuiz,
};
