import { isList } from "./is-list.ts";

/** A part of a buffer, in bytes. */
interface Part {
  readonly buffer: ArrayBufferLike;
  readonly start: number;
  readonly end: number;
}

/**
 * The memory that a value stands on: the parts of buffers that its typed arrays show, and its arrays, maps and objects,
 * the members' included. What cannot be changed, and an empty array, is not counted.
 */
export interface Memory {
  readonly parts: Part[];
  readonly objects: Set<object>;
}

/** So many objects of a value are looked at: it may be endless. */
const LOOKED_AT = 10_000;

/** No memory. */
export function noMemory(): Memory {
  return { parts: [], objects: new Set() };
}

/** Adds the memory of a value to `memory`. */
export function addMemory(memory: Memory, value: unknown): void {
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && seen.size < LOOKED_AT) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next)) {
      const { buffer, byteOffset: start, byteLength } = next;
      if (byteLength > 0) memory.parts.push({ buffer, start, end: start + byteLength });
      continue;
    }
    const members = isList(next)
      ? Array.from(next)
      : next instanceof Map
        ? [...next].flat()
        : Object.values(next);
    if (!Object.isFrozen(next) && !(isList(next) && next.length === 0)) memory.objects.add(next);
    for (const member of members) waiting.push(member);
  }
}

/** The memory of one value. */
export function memoryOf(value: unknown): Memory {
  const memory = noMemory();
  addMemory(memory, value);
  return memory;
}

/** Whether two values, whose memories these are, change together. */
export function overlap(one: Memory, other: Memory): boolean {
  const parts = new Map<ArrayBufferLike, Part[]>();
  for (const part of other.parts) parts.set(part.buffer, [...(parts.get(part.buffer) ?? []), part]);
  return (
    [...one.objects].some((object) => other.objects.has(object)) ||
    one.parts.some(({ buffer, start, end }) =>
      (parts.get(buffer) ?? []).some((part) => part.start < end && start < part.end),
    )
  );
}
