import type { TrainingView } from "../../src/display/training-view.ts";
import type { SmallTrainingOptions } from "../../src/train/small-training.ts";
import { element } from "../stage/element.ts";

/** What a reader may choose. */
export type Chosen = Required<Pick<SmallTrainingOptions, "architecture" | "layer">>;

const ARCHITECTURES: Readonly<Record<Chosen["architecture"], string>> = {
  cbow: "CBOW",
  "skip-gram": "Skip-Gram",
};
const LAYERS: readonly Chosen["layer"][] = ["softmax", "hierarchical softmax", "negative sampling"];

/** The learning rates are so far apart. */
const STEP = 0.05;

/** What the buttons do. */
export interface TrainingActions {
  begin(): void;
  step(): void;
  run(epochs: number): void;
  stop(): void;
}

/** The buttons, choices and the slider of a training. */
export function trainingControls(
  { architecture = "cbow", layer = "softmax", alpha }: TrainingView["options"],
  actions: TrainingActions,
): {
  readonly node: HTMLElement;
  /** The learning rate. */
  alpha(): number;
  chosen(): Chosen;
  /** Whether a run is on: then it can be stopped. */
  running(on: boolean): void;
} {
  const architectures = choice(Object.entries(ARCHITECTURES), architecture);
  const layers = choice(
    LAYERS.map((name) => [name, name]),
    layer,
  );
  const least = (alpha % STEP).toPrecision(6); // so that the rate at the start is one of the slider's
  const rate = element("input", {
    ...{
      type: "range",
      min: String(Number(least) || STEP),
      max: String(Math.max(1, alpha)),
      step: String(STEP),
    },
  });
  rate.value = String(alpha);
  const shown = element("span", {}, rate.value);
  rate.addEventListener("input", () => {
    shown.textContent = rate.value;
  });
  for (const select of [architectures, layers]) select.addEventListener("change", () => actions.begin());
  const button = (text: string, act: () => void): HTMLButtonElement => {
    const made = element("button", { type: "button", textContent: text });
    made.addEventListener("click", act);
    return made;
  };
  const stop = button("Stop", actions.stop);
  const buttons = [
    button("1 example", actions.step),
    button("20 epochs", () => actions.run(20)),
    button("300 epochs", () => actions.run(300)),
    stop,
    button("Begin again", actions.begin),
  ];
  return {
    node: element(
      "div",
      {},
      element(
        "div",
        { class: "choices" },
        element("label", {}, "Model ", architectures),
        element("label", {}, "Loss ", layers),
        element("label", {}, "Learning rate α ", rate, " ", shown),
      ),
      element("div", { class: "controls", role: "group", "aria-label": "Training" }, ...buttons),
    ),
    alpha: () => Number(rate.value),
    chosen: () => ({
      architecture: architectures.value as Chosen["architecture"],
      layer: layers.value as Chosen["layer"],
    }),
    running(on) {
      stop.ariaDisabled = String(!on); // not "disabled", which would take the focus from it
    },
  };
}

function choice(values: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const options = values.map(([value, name]) =>
    element("option", { value, selected: value === chosen }, name),
  );
  return element("select", {}, ...options);
}
