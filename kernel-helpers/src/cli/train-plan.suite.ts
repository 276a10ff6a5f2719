import type { TrainPlan } from "./train-plan.ts";

/** A plan on the corpus toy with nothing else asked for, and `changes`. */
export const planOf = (changes: Partial<TrainPlan> = {}): TrainPlan => ({
  corpus: "toy",
  from: undefined,
  encodingErrors: undefined,
  field: undefined,
  tokenizer: undefined,
  out: "a.vec",
  options: {},
  engine: undefined,
  threads: undefined,
  simd: undefined,
  backend: undefined,
  checkpoint: undefined,
  every: 10,
  everyMinutes: 5,
  resume: undefined,
  log: undefined,
  tensorboard: undefined,
  ...changes,
});
