import type { StepView } from "../../src/display/step-view.ts";
import { cellNumber } from "../stage/cell-colour.ts";
import { element } from "../stage/element.ts";
import { formula } from "../stage/formula.ts";
import { player } from "../stage/player.ts";
import { openStage } from "../stage/stage.ts";
import { lossCurve } from "./loss-curve.ts";
import { requireStep } from "./require-step.ts";
import { stepExample } from "./step-example.ts";
import { stepStyle } from "./step-style.ts";
import { stepTables } from "./step-tables.ts";
import { stepTree } from "./step-tree.ts";
import { stepWords } from "./step-words.ts";

/** Plays one step of training: see `stepThrough`. Throws TypeError for data that are no step. */
export function mountStep(host: HTMLElement, view: StepView): () => void {
  requireStep(view);
  const { trace, frames, title } = view;
  const parts = frames.map(({ part }) => part);
  const stage = openStage(host, title, stepStyle);
  const tables = stepTables(view);
  const curve = lossCurve(trace.losses);
  const now = element("div", { class: "now", "aria-live": "polite" });
  const panels = element("div", { class: "panels" }, ...tables.nodes);
  if (view.tree) panels.append(stepTree(view.tree));
  const said = element("output", {});
  const numbers = element("p", {});
  const slider = element("input", {
    ...{ type: "range", min: "0", max: String(trace.losses.length - 1), step: "1" },
    "aria-label": "Learning rate α",
  });
  slider.value = String(trace.losses.findIndex(({ alpha }) => alpha === trace.alpha));
  let at = 0;

  function drawRate(): void {
    const place = Number(slider.value);
    const { alpha, loss } = trace.losses[place] as (typeof trace.losses)[number];
    const change = loss - trace.loss;
    const text = `α = ${Number(alpha.toPrecision(3))}: L goes from ${cellNumber(trace.loss, 3)} to ${cellNumber(loss, 3)}`;
    said.textContent = `${text} (${change > 0 ? "+" : ""}${cellNumber(change, 3)})`;
    slider.setAttribute("aria-valuetext", text);
    curve.mark(place);
    numbers.replaceChildren(formula(stepExample(view, parts[at] as (typeof parts)[number], alpha, loss)));
    const done = (part: (typeof parts)[number]): boolean => at >= parts.indexOf(part);
    tables.write(alpha, { outputs: done("outputs-move"), inputs: done("inputs-move") });
  }
  function draw(frame: number): void {
    at = frame;
    const { part, title: what, why, formula: written } = frames[at] as (typeof frames)[number];
    now.replaceChildren(
      element("p", {}, element("strong", {}, `${at + 1} of ${frames.length}: ${what}`)),
      element("p", {}, formula(written.replace(/, α = .*/, ""))),
      element("p", {}, why),
      numbers,
    );
    for (const timed of stage.querySelectorAll<HTMLElement>("[data-from]")) {
      const { from, reads = "", writes } = timed.dataset;
      timed.classList.toggle("blank", at < parts.indexOf(from as (typeof parts)[number]));
      timed.classList.toggle("lit", reads.split(" ").includes(part));
      timed.classList.toggle("written", writes === part);
    }
    for (const piece of stage.querySelectorAll(".path")) {
      piece.classList.toggle("on", at >= parts.indexOf("scores"));
    }
    drawRate();
  }
  stage.append(element("p", { class: "title" }, title), stepWords(view));
  const controls = player({ count: frames.length, show: draw, pace: 3000 });
  const rate = element("label", {}, "Learning rate α ", slider);
  const key = element(
    "p",
    { class: "key" },
    element("span", { class: "read" }, "read"),
    element("span", { class: "moved" }, "written"),
    "Blue is below 0, orange above.",
  );
  stage.append(controls.node, now, panels, key, element("div", { class: "rate" }, rate, curve.node, said));
  slider.addEventListener("input", drawRate);
  stage.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return; // keys of the browser
    if (event.target instanceof Element && event.target.matches("input, select, .wide")) return;
    if (event.key === "ArrowRight") controls.go(at + 1);
    else if (event.key === "ArrowLeft") controls.go(at - 1);
    else return;
    event.preventDefault();
  });
  draw(0);
  return controls.free;
}
