import { expect, test } from "vitest";
import { addScaled, dot, norm } from "./linear.ts";
import { copyTable, filledTable, row, tableFromRows, zeroTable } from "./table.ts";

test("row() is a view: writing to it writes to the table", () => {
  const table = zeroTable(2, 3);
  row(table, 1)[0] = 5;
  expect([...table.data]).toEqual([0, 0, 0, 5, 0, 0]);
});

test.each([-1, 2, 0.5, Number.NaN])("row() refuses row %s of 2", (index) => {
  expect(() => row(zeroTable(2, 3), index)).toThrow(
    `Cannot take a row as its number must be 0 to 1: current value is ${index}`,
  );
});

test("tableFromRows() refuses rows of different lengths", () => {
  expect(() => tableFromRows([[1, 2], [3]])).toThrow("each row must have 2 numbers: row 1 has 1");
});

test("filledTable() calls its source once for each number, in order", () => {
  let count = 0;
  expect([...filledTable(2, 2, () => count++).data]).toEqual([0, 1, 2, 3]);
});

test("copyTable() shares no numbers with its source", () => {
  const table = tableFromRows([[1, 2]]);
  const copy = copyTable(table);
  row(copy, 0)[0] = 9;
  expect(row(table, 0)[0]).toBe(1);
});

test("dot(), norm() and addScaled() give the right numbers", () => {
  const a = Float64Array.of(3, 4);
  expect(dot(a, Float64Array.of(1, 2))).toBe(11);
  expect(norm(a)).toBe(5);
  addScaled(a, -2, Float64Array.of(1, 1));
  expect([...a]).toEqual([1, 2]);
});
