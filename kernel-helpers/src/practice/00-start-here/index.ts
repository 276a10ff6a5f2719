import { mean } from "./mean.ts";

/** The exercises of lesson 00 by their ids, in the order of the notebook. */
export const startHere: {
  readonly "00-start-here/mean": typeof mean;
} = {
  "00-start-here/mean": mean,
};
