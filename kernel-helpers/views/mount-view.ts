import type { ViewData } from "../src/display/view-data.ts";
import { mountQuiz } from "./quiz/mount-quiz.ts";
import { mountStep } from "./step/mount-step.ts";
import { mountTraining } from "./training/mount-training.ts";
import type { ViewTools } from "./view-tools.ts";

/** Draws a view into `host` and returns what frees all that it holds. */
type Mount<Data> = (host: HTMLElement, data: Data, tools: ViewTools) => () => void;

/** The views by name. Data come from a notebook, which anyone may have written: each asks whether they fit. */
const MOUNTS: Readonly<Record<string, Mount<never>>> = {
  quiz: mountQuiz,
  step: mountStep,
  training: mountTraining,
};

/**
 * Draws an interactive view into `host`, in the place of what is there. Returns a function that takes it away and stops its
 * clocks. Throws RangeError or TypeError for data of no view that this version knows, and leaves `host` empty then.
 */
export function mountView(host: HTMLElement, data: ViewData, tools: ViewTools = {}): () => void {
  const mount =
    typeof data?.view === "string" && Object.hasOwn(MOUNTS, data.view) ? MOUNTS[data.view] : undefined;
  const place = document.createElement("div"); // a view may need a shadow root, and the next one none
  try {
    if (mount === undefined) throw unknown(data?.view);
    host.replaceChildren(place);
    const free = (mount as Mount<ViewData>)(place, data, tools);
    return () => {
      free();
      place.remove();
    };
  } catch (error) {
    host.replaceChildren();
    throw error;
  }
}

function unknown(view: unknown): RangeError {
  return new RangeError(
    `Cannot draw a view as it must be one of ${Object.keys(MOUNTS).join(", ")}: current value is ` +
      `${JSON.stringify(view)?.slice(0, 100)}. Remedy: update the course`,
  );
}
