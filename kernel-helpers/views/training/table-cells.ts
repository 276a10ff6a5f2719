import { row, type Table } from "../../src/base/table.ts";
import { cellColour, cellNumber } from "../stage/cell-colour.ts";
import { element } from "../stage/element.ts";
import { wide } from "../stage/wide.ts";

/** A table of the model as coloured cells, one row a word or node. */
export interface TableCells {
  readonly node: HTMLElement;
  /** Colours the cells anew, and underlines the rows in `seen`. */
  draw(table: Table, seen: ReadonlySet<number>): void;
}

/** The cells of a table with these row names; the pointer shows a cell's number, and a screen reader hears it. */
export function tableCells(caption: string, names: readonly string[], width: number): TableCells {
  const rows = names.map((name) => {
    const cells = Array.from({ length: width }, () => element("td", { class: "vector" }, element("span")));
    return { line: element("tr", {}, element("th", { scope: "row" }, name), ...cells), cells };
  });
  const body = element("tbody", {}, ...rows.map(({ line }) => line));
  return {
    node: wide(caption, element("table", {}, element("caption", {}, caption), body)),
    draw(table, seen) {
      const scale = table.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      rows.forEach(({ line, cells }, at) => {
        line.classList.toggle("seen", seen.has(at));
        const values = row(table, at);
        cells.forEach((cell, i) => {
          const value = values[i] as number;
          cell.style.backgroundColor = cellColour(value, scale, 85);
          cell.title = cellNumber(value, 3);
          (cell.firstElementChild as HTMLElement).textContent = cellNumber(value, 3);
        });
      });
    },
  };
}
