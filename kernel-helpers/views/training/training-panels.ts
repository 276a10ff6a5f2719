import type { Example } from "../../src/model/train-step.ts";
import type { SmallTraining } from "../../src/train/small-training.ts";
import { element } from "../stage/element.ts";
import { gapBars } from "./gap-bars.ts";
import { type Gap, gapsOf, mostOpen } from "./gaps.ts";
import { lossLine } from "./loss-line.ts";
import { tableCells } from "./table-cells.ts";
import type { Chosen } from "./training-controls.ts";
import { wordMap } from "./word-map.ts";

/** The pictures of a training. */
export interface TrainingPanels {
  readonly node: HTMLElement;
  /** Draws the state of the training; the words of `example` are underlined in the tables. */
  draw(example: Example): void;
}

/** The two tables, the bars for one gap, the loss and the map of a training. */
export function trainingPanels(training: SmallTraining, { architecture, layer }: Chosen): TrainingPanels {
  const { vocabulary, model } = training;
  const { words } = vocabulary;
  const isTree = layer === "hierarchical softmax";
  const rowNames = isTree ? words.slice(1).map((_, node) => `node ${node}`) : words;
  const input = tableCells("Input table, v", words, model.input.width);
  const output = tableCells("Output table, u", rowNames, model.input.width);
  const [line, map, bars] = [lossLine(), wordMap(words), gapBars(words)];
  const gaps = gapsOf(training);
  const select = element(
    "select",
    {},
    ...gaps.map(({ name }, at) => element("option", { value: String(at) }, name)),
  );
  select.value = String(gaps.indexOf(mostOpen(gaps)));
  select.addEventListener("change", drawBars);

  function drawBars(): void {
    const gap = gaps[Number(select.value)] as Gap;
    bars.draw(training.probabilities(gap.inputs), gap.shares);
  }
  const asks = architecture === "cbow" ? "Which word stands among " : "Which words stand near ";
  const note =
    layer === "negative sampling"
      ? "Bars: σ of each score, one question a word, so that they do not add up to 1. Marks: the shares in the text."
      : "Bars: the model's probabilities. Marks: the shares in the text, which the loss pulls them to.";
  const panel = (title: string, ...parts: readonly Node[]): HTMLElement =>
    element("div", {}, element("p", { class: "name" }, title), ...parts);
  return {
    node: element(
      "div",
      { class: "panels" },
      panel("Mean loss", line.node),
      panel("Map of the words", map.node),
      panel(
        "What it says",
        element("label", {}, asks, select),
        bars.node,
        element("p", { class: "note" }, note),
      ),
      element(
        "div",
        {},
        element("div", { class: "tables" }, input.node, output.node),
        element(
          "p",
          { class: "note" },
          "Blue is below 0, orange above. The words of the next or last example are underlined.",
        ),
      ),
    ),
    draw({ inputs, target }) {
      input.draw(model.input, new Set(inputs));
      output.draw(model.output, isTree ? new Set() : new Set([target]));
      line.draw(training.losses);
      map.draw(model.input);
      drawBars();
    },
  };
}
