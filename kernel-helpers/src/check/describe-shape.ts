import { isList } from "./is-list.ts";

/** What kind of value it is, and how large: "a list of 3 numbers", "a table of 4 × 3", "a promise", "nothing". */
export function describeShape(value: unknown): string {
  if (value === undefined) return "nothing";
  if (isList(value)) return describeList(value);
  if (isTable(value)) return `a table of ${value.rows} × ${value.width}`;
  if (isPromise(value)) return "a promise";
  if (typeof value === "function") return "a function";
  if (value instanceof Map) return `a map of ${value.size}`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if ("shape" in value && isList(value.shape))
    return `a tensor of shape [${Array.from(value.shape).join(", ")}]`;
  return `an object with ${Object.keys(value).join(", ") || "no fields"}`;
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
