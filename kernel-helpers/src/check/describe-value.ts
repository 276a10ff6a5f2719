import { describeShape, isRecord, isTable, shortened } from "./describe-shape.ts";
import { isList } from "./is-list.ts";

/** Numbers that a message shows in full; of a longer list it shows the first ones. */
const SHOWN_IN_FULL = 24;
const SHOWN_OF_MORE = 6;

/**
 * A value as it would be typed: numbers to 6 digits, a list or a table of at most 24 numbers in full, longer ones by
 * their first members and their size.
 */
export function describeValue(value: unknown, depth = 4): string {
  if (typeof value === "number") return digits(value, 6);
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (depth === 0) return describeShape(value); // it may contain itself
  if (isList(value)) return describeList(value, depth);
  if (isTable(value)) {
    const [shape, ...rows] = tableLines(value);
    return rows.length === 0 ? `${shape}` : `${shape} [${rows.join(", ")}]`;
  }
  if (!isRecord(value)) return describeShape(value);
  const entries = Object.entries(value).filter(([, member]) => !(member instanceof Map));
  if (entries.length > SHOWN_IN_FULL) return describeShape(value);
  return `{ ${entries.map(([key, member]) => `${key}: ${describeValue(member, depth - 1)}`).join(", ")} }`;
}

/** Two numbers with as many digits as it takes to tell them apart: at least 6. */
export function toldApart(wanted: number, got: number): { readonly wanted: string; readonly got: string } {
  for (let count = 6; count < 17; count++) {
    const pair = { wanted: digits(wanted, count), got: digits(got, count) };
    if (pair.wanted !== pair.got) return pair;
  }
  return { wanted: String(wanted), got: String(got) };
}

function digits(value: number, count: number): string {
  return String(Number(value.toPrecision(count)));
}

function describeList(list: ArrayLike<unknown>, depth = 1): string {
  const count = list.length > SHOWN_IN_FULL ? SHOWN_OF_MORE : list.length;
  const shown = Array.from({ length: count }, (_, i) => describeValue(list[i], depth - 1));
  return `[${shown.join(", ")}${list.length > count ? `, … ${list.length} in all` : ""}]`;
}

/** What a table is, and its rows if they are few. */
export function tableLines(table: { rows: number; width: number; data: unknown }): string[] {
  const { rows, width, data } = table;
  const shape = describeShape(table);
  if (!isList(data) || data.length !== rows * width || data.length > SHOWN_IN_FULL) return [shape];
  const lines = Array.from({ length: rows }, (_, i) =>
    describeList(Array.from({ length: width }, (_, j) => data[i * width + j])),
  );
  return [shape, ...lines];
}
