import { inspect } from "node:util";

const INDEX = "(index)";
const VALUES = "Values";

/** `data` as Node's `console.table` draws it: a row for each entry, a column for each of the entries' fields. */
export function tableOf(data: unknown, columns?: readonly string[]): string {
  if (typeof data !== "object" || data === null) return inspect(data);
  if (data instanceof Map) return tableOfMap(data);
  const entries = Object.entries(data);
  const fields = columns ?? [...new Set(entries.flatMap(([, entry]) => fieldsOf(entry)))];
  const plain = entries.some(([, entry]) => fieldsOf(entry).length === 0);
  const head = [INDEX, ...fields, ...(plain ? [VALUES] : [])];
  const rows = entries.map(([key, entry]) => [
    String(key),
    ...fields.map((field) => cellOf(entry, field)),
    ...(plain ? [fieldsOf(entry).length === 0 ? inspect(entry) : ""] : []),
  ]);
  return drawn(head, rows);
}

function tableOfMap(map: ReadonlyMap<unknown, unknown>): string {
  const rows = [...map].map(([key, value], i) => [String(i), inspect(key), inspect(value)]);
  return drawn(["(iteration index)", "Key", VALUES], rows);
}

function fieldsOf(entry: unknown): string[] {
  return typeof entry === "object" && entry !== null ? Object.keys(entry) : [];
}

function cellOf(entry: unknown, field: string): string {
  if (typeof entry !== "object" || entry === null || !(field in entry)) return "";
  return inspect(Reflect.get(entry, field));
}

function drawn(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map(
    (name, i) => 2 + Math.max(...[name, ...rows.map((row) => row[i] ?? "")].map((text) => text.length)),
  );
  const line = (cells: readonly string[]): string =>
    `│${cells.map((text, i) => ` ${text.padEnd((widths[i] ?? 0) - 1)}`).join("│")}│`;
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  return [rule("┌", "┬", "┐"), line(head), rule("├", "┼", "┤"), ...rows.map(line), rule("└", "┴", "┘")].join(
    "\n",
  );
}
