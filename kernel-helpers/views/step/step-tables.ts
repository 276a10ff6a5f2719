import type { StepView } from "../../src/display/step-view.ts";
import { cellNumber } from "../stage/cell-colour.ts";
import { element } from "../stage/element.ts";
import { wide } from "../stage/wide.ts";
import { largestSize, movedRows } from "./moved-rows.ts";
import { barCell, errorCell, fill, numberCell, type Times, vectorCells } from "./step-cells.ts";

/** The name of a vector, above its d numbers. */
interface VectorHead {
  readonly name: string;
  readonly d: number;
}

/** The three tables of a step. */
export interface StepTables {
  /** Input rows, hidden layer, output rows. */
  readonly nodes: readonly HTMLElement[];
  /** Writes the vectors as they are before or after the moves of a learning rate. */
  write(alpha: number, moved: { readonly outputs: boolean; readonly inputs: boolean }): void;
}

/** The tables of a step: each row with its coloured numbers, and beside an output row what is computed from it. */
export function stepTables(view: StepView): StepTables {
  const { trace, inputs, outputs, leftOut } = view;
  const scale = largestSize(trace);
  const d = trace.h.length;
  const isTree = trace.layer === "hierarchical softmax";
  const p = trace.layer === "softmax" ? "ŷ" : "σ(z)";

  const inputTimes: Times = { from: "inputs", reads: ["inputs", "h"], writes: "inputs-move" };
  const inputRows = trace.inputs.map(() => vectorCells(d, inputTimes));
  const hRow = vectorCells(d, { from: "h", reads: ["scores", "outputs-move"], writes: "h" });
  const gradientRow = vectorCells(d, { from: "gradient", reads: ["inputs-move"], writes: "gradient" });
  const outputTimes: Times = { from: "scores", reads: ["scores", "gradient"], writes: "outputs-move" };
  const outputRows = trace.outputs.map(() => vectorCells(d, outputTimes));
  fill(hRow, trace.h, scale);
  fill(gradientRow, trace.gradient, scale);

  const input = tableOf(
    "Input table, the rows read",
    ["word", { name: "v", d }],
    [...inputRows.map((cells, i) => rowOf(inputs[i] as string, cells))],
  );
  const hidden = tableOf(
    "Hidden layer",
    ["", { name: "", d }],
    [rowOf("h", hRow), rowOf("∂L/∂h", gradientRow)],
  );
  const output = tableOf(
    isTree ? "Output table, the nodes of the path" : "Output table, the rows read",
    [isTree ? "node" : "word", { name: "u", d }, "z", p, "label", "e"],
    trace.outputs.map((one, j) =>
      rowOf(outputs[j] as string, [
        ...(outputRows[j] as HTMLElement[]),
        numberCell(cellNumber(one.score), { from: "scores", reads: ["probabilities"], writes: "scores" }),
        barCell(one.probability, {
          from: "probabilities",
          reads: ["loss", "errors"],
          writes: "probabilities",
        }),
        numberCell(String(one.label), { from: "errors", reads: ["errors"] }),
        errorCell(one.error, { from: "errors", reads: ["gradient", "outputs-move"], writes: "errors" }),
      ]),
    ),
  );
  if (leftOut > 0)
    output.append(element("p", {}, `… and ${leftOut.toLocaleString("en")} more rows with smaller errors`));
  return {
    nodes: [input, hidden, output],
    write(alpha, moved) {
      const rows = movedRows(view, alpha);
      trace.inputs.forEach(({ before }, i) => {
        fill(
          inputRows[i] as HTMLElement[],
          moved.inputs ? (rows.inputs[i] as readonly number[]) : before,
          scale,
        );
      });
      trace.outputs.forEach(({ before }, j) => {
        fill(
          outputRows[j] as HTMLElement[],
          moved.outputs ? (rows.outputs[j] as readonly number[]) : before,
          scale,
        );
      });
    },
  };
}

function tableOf(
  caption: string,
  heads: readonly (string | VectorHead)[],
  rows: readonly HTMLElement[],
): HTMLElement {
  const head = element("tr", {}, ...heads.map(headOf));
  const table = element("table", {}, element("caption", {}, caption), element("thead", {}, head));
  table.append(element("tbody", {}, ...rows));
  return wide(caption, table);
}

/** The heading of a column, or of the columns of a vector. */
function headOf(head: string | VectorHead): HTMLElement {
  const { name, d } = typeof head === "string" ? { name: head, d: 1 } : head;
  return name === ""
    ? element("td", { colSpan: d })
    : element("th", { scope: d > 1 ? "colgroup" : "col", colSpan: d }, name);
}

function rowOf(name: string, cells: readonly HTMLElement[]): HTMLElement {
  return element("tr", {}, element("th", { scope: "row" }, name), ...cells);
}
