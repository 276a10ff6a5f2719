import { bigramGradient } from "./bigram-gradient.ts";
import { bigramModel } from "./bigram-model.ts";
import { lossParts } from "./loss-parts.ts";
import { sentenceLoss } from "./sentence-loss.ts";
import { softmaxRows } from "./softmax-rows.ts";

/** The exercises of lesson 03 by their ids, in the order of the notebook. */
export const softmaxAsABigramNet: {
  readonly "03-softmax-as-a-bigram-net/bigram-model": typeof bigramModel;
  readonly "03-softmax-as-a-bigram-net/sentence-loss": typeof sentenceLoss;
  readonly "03-softmax-as-a-bigram-net/softmax-rows": typeof softmaxRows;
  readonly "03-softmax-as-a-bigram-net/bigram-gradient": typeof bigramGradient;
  readonly "03-softmax-as-a-bigram-net/loss-parts": typeof lossParts;
} = {
  "03-softmax-as-a-bigram-net/bigram-model": bigramModel,
  "03-softmax-as-a-bigram-net/sentence-loss": sentenceLoss,
  "03-softmax-as-a-bigram-net/softmax-rows": softmaxRows,
  "03-softmax-as-a-bigram-net/bigram-gradient": bigramGradient,
  "03-softmax-as-a-bigram-net/loss-parts": lossParts,
};
