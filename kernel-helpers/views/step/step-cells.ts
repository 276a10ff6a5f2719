import type { StepPart } from "../../src/display/step-frames.ts";
import { cellColour, cellNumber } from "../stage/cell-colour.ts";
import { element } from "../stage/element.ts";

/** When something can be seen, and when it is read or written. */
export interface Times {
  readonly from: StepPart;
  readonly reads?: readonly StepPart[];
  readonly writes?: StepPart;
}

/** The cells of a vector, to be filled. */
export function vectorCells(d: number, times: Times): HTMLElement[] {
  return Array.from({ length: d }, () => timed(element("td", { class: "vector" }, element("span")), times));
}

/** A cell with one number. */
export function numberCell(text: string, times: Times): HTMLElement {
  return timed(element("td", { class: "number" }, element("span", {}, text)), times);
}

/** A probability with a bar below it. */
export function barCell(probability: number, times: Times): HTMLElement {
  const cell = numberCell(cellNumber(probability, 3), times);
  const bar = element("i", { class: "bar" });
  bar.style.width = `${(100 * probability).toFixed(1)}%`;
  cell.append(bar);
  return cell;
}

/** An error on the ground of its sign and size. */
export function errorCell(error: number, times: Times): HTMLElement {
  const cell = numberCell(cellNumber(error, 3), times);
  cell.style.backgroundColor = cellColour(error, 1);
  return cell;
}

function timed(cell: HTMLElement, { from, reads = [], writes }: Times): HTMLElement {
  cell.dataset.from = from;
  cell.dataset.reads = reads.join(" ");
  if (writes) cell.dataset.writes = writes;
  return cell;
}

/** Writes a vector into its cells and colours them. */
export function fill(cells: readonly HTMLElement[], values: readonly number[], scale: number): void {
  values.forEach((value, i) => {
    const cell = cells[i] as HTMLElement;
    (cell.firstElementChild as HTMLElement).textContent = cellNumber(value);
    cell.style.backgroundColor = cellColour(value, scale);
  });
}
