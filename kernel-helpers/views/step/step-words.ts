import type { StepView } from "../../src/display/step-view.ts";
import { element } from "../stage/element.ts";

/** The words of a step in a line: inputs, the word to predict and, of negative sampling, the noise words. */
export function stepWords({ inputs, target, outputs, trace }: StepView): HTMLElement {
  const line = element("p", { class: "words" }, "from");
  line.append(...inputs.map((word) => chip(word, "inputs", "inputs h", "inputs-move")));
  const softmax = trace.layer === "softmax";
  line.append(
    "predict",
    chip(target, "inputs", softmax ? "loss errors" : "scores loss errors", "outputs-move", "target"),
  );
  if (trace.layer !== "negative sampling") return line;
  line.append(
    "and not",
    ...outputs.slice(1).map((word) => chip(word, "inputs", "scores loss errors", "outputs-move")),
  );
  return line;
}

function chip(word: string, from: string, reads: string, writes: string, kind = ""): HTMLElement {
  return element(
    "span",
    { class: `word ${kind}`.trim(), "data-from": from, "data-reads": reads, "data-writes": writes },
    element("span", {}, word),
  );
}
