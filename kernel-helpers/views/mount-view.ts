import type { ViewData } from "../src/display/view-data.ts";
import { mountQuiz } from "./quiz/mount-quiz.ts";
import { mountStep } from "./step/mount-step.ts";
import { mountTraining } from "./training/mount-training.ts";
import type { ViewTools } from "./view-tools.ts";

/** Draws a view into `host` and returns what frees all that it holds. */
type Mount<Data> = (host: HTMLElement, data: Data, tools: ViewTools) => () => void;

/** The views by name. Data come from a notebook, which anyone may have written: what does not fit throws while drawing. */
const MOUNTS: Readonly<Record<string, Mount<never>>> = {
  quiz: mountQuiz,
  step: mountStep,
  training: mountTraining,
};

/**
 * Draws an interactive view into `host`. Returns a function that stops its clocks and listeners. Throws RangeError for data
 * of no view that this version knows.
 */
export function mountView(host: HTMLElement, data: ViewData, tools: ViewTools = {}): () => void {
  const mount = Object.hasOwn(MOUNTS, data.view) ? MOUNTS[data.view] : undefined;
  if (mount !== undefined) return (mount as Mount<ViewData>)(host, data, tools);
  throw new RangeError(
    `Cannot draw a view as it must be one of ${Object.keys(MOUNTS).join(", ")}: current value is ` +
      `${JSON.stringify(data.view)}. Remedy: update the course`,
  );
}
