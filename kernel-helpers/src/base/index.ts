export { crc32c } from "./crc32c.ts";
export { everyMilliseconds } from "./every-milliseconds.ts";
export { logSumExp, sigmoid, softmax, softplus } from "./functions.ts";
export { joined } from "./joined.ts";
export { addScaled, dot, norm } from "./linear.ts";
export { durationText, type Pace, paceText } from "./pace.ts";
export { type Random, randomBelow, resumedRandom, type SeededRandom, seededRandom } from "./random.ts";
export { type Named, requireInteger, requirePositive } from "./require.ts";
export { copyTable, filledTable, type Numbers, row, type Table, tableFromRows, zeroTable } from "./table.ts";
