import { expectedLoss } from "./expected-loss.ts";
import { nceLoss } from "./nce-loss.ts";
import { noiseShares } from "./noise-shares.ts";
import { optimalScores } from "./optimal-scores.ts";
import { textProbability } from "./text-probability.ts";

/** The exercises of lesson 07 by their ids, in the order of the notebook. */
export const negativeSampling: {
  readonly "07-negative-sampling/text-probability": typeof textProbability;
  readonly "07-negative-sampling/nce-loss": typeof nceLoss;
  readonly "07-negative-sampling/noise-shares": typeof noiseShares;
  readonly "07-negative-sampling/expected-loss": typeof expectedLoss;
  readonly "07-negative-sampling/optimal-scores": typeof optimalScores;
} = {
  "07-negative-sampling/text-probability": textProbability,
  "07-negative-sampling/nce-loss": nceLoss,
  "07-negative-sampling/noise-shares": noiseShares,
  "07-negative-sampling/expected-loss": expectedLoss,
  "07-negative-sampling/optimal-scores": optimalScores,
};
