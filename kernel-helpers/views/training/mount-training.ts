import { requirePlayable } from "../../src/display/training-limits.ts";
import type { TrainingView } from "../../src/display/training-view.ts";
import { SmallTraining } from "../../src/train/small-training.ts";
import { cellNumber } from "../stage/cell-colour.ts";
import { element } from "../stage/element.ts";
import { openStage } from "../stage/stage.ts";
import { trainingControls } from "./training-controls.ts";
import { trainingPanels } from "./training-panels.ts";
import { trainingStyle } from "./training-style.ts";

/** Epochs between two pictures of a long run: 300 epochs take about two seconds. */
const AT_ONCE = 3;

/** Milliseconds of training after which the page gets its turn. */
const LONGEST = 100;

/** Plays a training: see `trainingPlayer`. Throws for data that are none, or too large for a page. */
export function mountTraining(host: HTMLElement, { title, sentences, options }: TrainingView): () => void {
  requirePlayable({ title, sentences, options });
  const stage = openStage(host, title, trainingStyle);
  const said = element("output", { "aria-live": "polite" });
  const place = element("div");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let frame = 0;
  let training: SmallTraining;
  let panels: ReturnType<typeof trainingPanels>;

  const controls = trainingControls(options, {
    begin,
    step() {
      stop();
      const seen = training.next;
      const loss = training.step(controls.alpha());
      panels.draw(seen);
      tell(`one example, loss ${cellNumber(loss, 3)}`);
    },
    run(epochs) {
      stop();
      const end = training.epochs + epochs;
      controls.running(true);
      go(end);
    },
    stop,
  });

  function begin(): void {
    stop();
    training = new SmallTraining(sentences, { ...options, ...controls.chosen() });
    panels = trainingPanels(training, controls.chosen());
    place.replaceChildren(panels.node);
    panels.draw(training.next);
    tell("untrained");
  }
  function go(end: number): void {
    const epochs = calm.matches ? end - training.epochs : Math.min(AT_ONCE, end - training.epochs);
    const until = performance.now() + LONGEST;
    for (let i = 0; i < epochs && performance.now() < until; i++) training.epoch(controls.alpha());
    if (!calm.matches || training.epochs === end) panels.draw(training.next);
    if (training.epochs < end) frame = requestAnimationFrame(() => go(end));
    else stop();
  }
  function stop(): void {
    if (frame !== 0) cancelAnimationFrame(frame);
    frame = 0;
    controls.running(false);
    if (training && training.epochs > 0) tell(`mean loss ${cellNumber(training.losses.at(-1) as number, 3)}`);
  }
  function tell(what: string): void {
    const lost = training.model.input.data.every(Number.isFinite)
      ? ""
      : " The numbers overflowed: begin again with a smaller α.";
    said.textContent = `After ${training.epochs} epochs: ${what}.${lost}`;
  }

  stage.append(element("p", { class: "title" }, title), controls.node, element("p", {}, said), place);
  begin();
  return stop;
}
