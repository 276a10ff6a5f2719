/** Options of `readable`. */
export interface ReadableOptions {
  /** Maximum number of list entries to write. */
  readonly entries?: number;
  /** Maximum depth of nested objects to write. */
  readonly depth?: number;
}

/**
 * A value as text for people: strings as they are, numbers of arrays with four significant digits, long lists cut.
 *
 * @example
 * readable({ word: "cat", vector: new Float32Array([1 / 3, 2]) }); // "{ word: \"cat\", vector: Float32Array(2) [0.3333, 2] }"
 */
export function readable(value: unknown, { entries = 20, depth = 3 }: ReadableOptions = {}): string {
  return typeof value === "string" ? value : textOf(value, entries, depth);
}

function textOf(x: unknown, entries: number, depth: number): string {
  if (typeof x === "string") return JSON.stringify(x);
  if (typeof x === "bigint") return `${x}n`;
  if (typeof x === "function") return `[Function ${x.name || "without a name"}]`;
  if (typeof x !== "object" || x === null) return String(x);
  if (x instanceof Error) return `${x.name}: ${x.message}`;
  if (depth === 0) return "…"; // also stops at circular references
  const inside = (item: unknown): string => textOf(item, entries, depth - 1);
  if (ArrayBuffer.isView(x) && "length" in x) {
    const numbers = x as unknown as ArrayLike<number>;
    const written = Array.from({ length: Math.min(numbers.length, entries) }, (_, i) => short(numbers[i]));
    return `${nameOf(x)}(${numbers.length}) ${listOf(written, numbers.length)}`;
  }
  if (Array.isArray(x)) return listOf(x.slice(0, entries).map(inside), x.length);
  if (x instanceof Map) {
    const pairs = [...x].slice(0, entries).map(([key, item]) => `${inside(key)} → ${inside(item)}`);
    return `Map(${x.size}) ${listOf(pairs, x.size)}`;
  }
  if (x instanceof Set) return `Set(${x.size}) ${listOf([...x].slice(0, entries).map(inside), x.size)}`;
  const fields = Object.entries(x).map(([key, item]) => `${key}: ${inside(item)}`);
  const name = nameOf(x) === "Object" ? "" : `${nameOf(x)} `;
  return name + (fields.length > 0 ? `{ ${fields.join(", ")} }` : "{}");
}

function nameOf(x: object): string {
  return x.constructor?.name ?? "Object"; // Object.create(null) has none
}

function listOf(written: readonly string[], length: number): string {
  const rest = length > written.length ? `, … ${length - written.length} more` : "";
  return `[${written.join(", ")}${rest}]`;
}

/** A number of a vector, four significant digits. */
export function short(x: unknown): string {
  if (typeof x !== "number" || Number.isSafeInteger(x) || !Number.isFinite(x)) return String(x);
  return String(Number(x.toPrecision(4)));
}
