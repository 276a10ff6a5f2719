import { isList } from "./is-list.ts";

/**
 * The memory that a value stands on: its arrays, typed arrays' buffers, maps and objects, the members' included. Two
 * values that have one of these in common change together.
 */
export function memoryOf(value: unknown, found: Set<object> = new Set()): Set<object> {
  if (typeof value !== "object" || value === null || found.has(value)) return found;
  if (ArrayBuffer.isView(value)) return found.add(value.buffer);
  found.add(value);
  const members = isList(value)
    ? Array.from(value)
    : value instanceof Map
      ? [...value].flat()
      : Object.values(value);
  for (const member of members) memoryOf(member, found);
  return found;
}

/** Whether the value stands on some of this memory. */
export function sharesMemory(value: unknown, memory: ReadonlySet<object>): boolean {
  return [...memoryOf(value)].some((one) => memory.has(one));
}
