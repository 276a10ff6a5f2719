import { bm25Scores } from "./bm25-scores.ts";
import { expectedRecall } from "./expected-recall.ts";
import { fallback } from "./fallback.ts";
import { fewShot } from "./few-shot.ts";
import { meanOfKnown } from "./mean-of-known.ts";
import { withoutCommon } from "./without-common.ts";

/** The exercises of lesson 14 by their ids, in the order of the notebook. */
export const customerService: {
  readonly "14-customer-service/bm25-scores": typeof bm25Scores;
  readonly "14-customer-service/expected-recall": typeof expectedRecall;
  readonly "14-customer-service/mean-of-known": typeof meanOfKnown;
  readonly "14-customer-service/without-common": typeof withoutCommon;
  readonly "14-customer-service/fallback": typeof fallback;
  readonly "14-customer-service/few-shot": typeof fewShot;
} = {
  "14-customer-service/bm25-scores": bm25Scores,
  "14-customer-service/expected-recall": expectedRecall,
  "14-customer-service/mean-of-known": meanOfKnown,
  "14-customer-service/without-common": withoutCommon,
  "14-customer-service/fallback": fallback,
  "14-customer-service/few-shot": fewShot,
};
