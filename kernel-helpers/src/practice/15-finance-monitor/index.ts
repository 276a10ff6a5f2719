import { addedPrecision } from "./added-precision.ts";
import { controlBand } from "./control-band.ts";
import { cusumAlarms } from "./cusum-alarms.ts";
import { falseAndDelay } from "./false-and-delay.ts";
import { kappa } from "./kappa.ts";
import { negatedScore } from "./negated-score.ts";
import { resultExample } from "./result-example.ts";

/** The exercises of lesson 15 by their ids, in the order of the notebook. */
export const financeMonitor: {
  readonly "15-finance-monitor/negated-score": typeof negatedScore;
  readonly "15-finance-monitor/kappa": typeof kappa;
  readonly "15-finance-monitor/added-precision": typeof addedPrecision;
  readonly "15-finance-monitor/result-example": typeof resultExample;
  readonly "15-finance-monitor/control-band": typeof controlBand;
  readonly "15-finance-monitor/cusum-alarms": typeof cusumAlarms;
  readonly "15-finance-monitor/false-and-delay": typeof falseAndDelay;
} = {
  "15-finance-monitor/negated-score": negatedScore,
  "15-finance-monitor/kappa": kappa,
  "15-finance-monitor/added-precision": addedPrecision,
  "15-finance-monitor/result-example": resultExample,
  "15-finance-monitor/control-band": controlBand,
  "15-finance-monitor/cusum-alarms": cusumAlarms,
  "15-finance-monitor/false-and-delay": falseAndDelay,
};
