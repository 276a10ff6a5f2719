import { isList } from "./is-list.ts";

/** What kind of value it is, and how large: "a list of 3 numbers", "a table of 4 × 3", "a promise", "nothing". */
export function describeShape(value: unknown): string {
  if (value === undefined) return "nothing";
  if (isList(value)) return describeList(value);
  if (isTable(value)) return `a table of ${value.rows} × ${value.width}`;
  if (isPromise(value)) return "a promise";
  if (typeof value === "function") return "a function";
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (typeof value === "bigint") return `the BigInt ${value}n`;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Map || value instanceof Set)
    return `a ${value instanceof Map ? "map" : "set"} of ${value.size}`;
  if (value instanceof Error) return "an error that is returned, not thrown";
  if (typeof (value as { next?: unknown }).next === "function") return "a generator";
  if ("shape" in value && isList(value.shape))
    return `a tensor of shape [${Array.from(value.shape).join(", ")}]`;
  const name = value.constructor?.name ?? "Object";
  if (name !== "Object" && Object.keys(value).length === 0) return `an object of the class ${name}`;
  const keys = Object.keys(value);
  const more = keys.length > SHOWN_KEYS ? `, … ${keys.length} in all` : "";
  return `an object with ${keys.slice(0, SHOWN_KEYS).join(", ") || "no fields"}${more}`;
}

/** A text of which at most 500 characters are left. */
export function shortened(text: string): string {
  return text.length > 500 ? `${text.slice(0, 500)} … ${text.length} characters in all` : text;
}

/** Whether the value has a table's fields. */
export function isTable(value: unknown): value is { rows: number; width: number; data: unknown } {
  return (
    typeof value === "object" && value !== null && "rows" in value && "width" in value && "data" in value
  );
}

/** Whether the value is an object whose fields say all about it. */
export function isRecord(value: unknown): value is object {
  return describeShape(value).startsWith("an object with ");
}

/** Whether the value is a promise, of whichever realm. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}

/** So many fields of an object are named. */
const SHOWN_KEYS = 12;

/** So many members of a list decide what it is called: it may be endless by mistake. */
const LOOKED_AT = 100;

function describeList(list: ArrayLike<unknown>): string {
  if (list.length === 0) return "an empty list";
  const members = Array.from({ length: Math.min(list.length, LOOKED_AT) }, (_, i) => list[i]);
  const kinds = new Set(members.map(kindOf));
  const kind = kinds.size === 1 ? [...kinds][0] : "value";
  if (kind === "list") {
    const sizes = new Set(members.map((member) => (member as ArrayLike<unknown>).length));
    if (sizes.size === 1)
      return `a list of ${list.length} list${list.length === 1 ? "" : "s"} of ${[...sizes][0]}`;
  }
  return `a list of ${list.length} ${kind}${list.length === 1 ? "" : "s"}`;
}

function kindOf(value: unknown): string {
  if (isList(value)) return "list";
  if (typeof value === "number" || typeof value === "string")
    return typeof value === "number" ? "number" : "text";
  return typeof value === "object" && value !== null ? "object" : "value";
}
