import { drawAlias } from "./draw-alias.ts";
import { intensity } from "./intensity.ts";
import { speedup } from "./speedup.ts";
import { windowStep } from "./window-step.ts";

/** The exercises of lesson 17 by their ids, in the order of the notebook. */
export const performanceLesson: {
  readonly "17-performance/intensity": typeof intensity;
  readonly "17-performance/window-step": typeof windowStep;
  readonly "17-performance/draw-alias": typeof drawAlias;
  readonly "17-performance/speedup": typeof speedup;
} = {
  "17-performance/intensity": intensity,
  "17-performance/window-step": windowStep,
  "17-performance/draw-alias": drawAlias,
  "17-performance/speedup": speedup,
};
