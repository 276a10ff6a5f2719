import { bestEpoch } from "./best-epoch.ts";
import { leakShare } from "./leak-share.ts";
import { macroF1 } from "./macro-f1.ts";
import { maskedMean } from "./masked-mean.ts";
import { pipeline } from "./pipeline.ts";
import { tunedVector } from "./tuned-vector.ts";
import { wordGradient } from "./word-gradient.ts";

export type { LabelledCorpus, Study, StudyReport } from "./study.ts";

/** The exercises of lesson 13 by their ids, in the order of the notebook. */
export const sentiment: {
  readonly "13-sentiment/masked-mean": typeof maskedMean;
  readonly "13-sentiment/word-gradient": typeof wordGradient;
  readonly "13-sentiment/tuned-vector": typeof tunedVector;
  readonly "13-sentiment/best-epoch": typeof bestEpoch;
  readonly "13-sentiment/macro-f1": typeof macroF1;
  readonly "13-sentiment/leak-share": typeof leakShare;
  readonly "13-sentiment/pipeline": typeof pipeline;
} = {
  "13-sentiment/masked-mean": maskedMean,
  "13-sentiment/word-gradient": wordGradient,
  "13-sentiment/tuned-vector": tunedVector,
  "13-sentiment/best-epoch": bestEpoch,
  "13-sentiment/macro-f1": macroF1,
  "13-sentiment/leak-share": leakShare,
  "13-sentiment/pipeline": pipeline,
};
