import { countPairs } from "./count-pairs.ts";
import { pmi } from "./pmi.ts";
import { rankTable } from "./rank-table.ts";
import { shiftedPpmi } from "./shifted-ppmi.ts";

/** The exercises of lesson 02 by their ids, in the order of the notebook. */
export const countingAndPmi: {
  readonly "02-counting-and-pmi/count-pairs": typeof countPairs;
  readonly "02-counting-and-pmi/pmi": typeof pmi;
  readonly "02-counting-and-pmi/shifted-ppmi": typeof shiftedPpmi;
  readonly "02-counting-and-pmi/rank-table": typeof rankTable;
} = {
  "02-counting-and-pmi/count-pairs": countPairs,
  "02-counting-and-pmi/pmi": pmi,
  "02-counting-and-pmi/shifted-ppmi": shiftedPpmi,
  "02-counting-and-pmi/rank-table": rankTable,
};
