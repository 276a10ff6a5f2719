// ES2023's copying methods of arrays. Node has them; the TypeScript in tslab, 5.0, does not know them yet.

interface Array<T> {
  /** A copy in reverse order. */
  toReversed(): T[];
  /** A sorted copy. Without `compare`, values are compared as text. */
  toSorted(compare?: (a: T, b: T) => number): T[];
  /** A copy in which `items` replace `deleteCount` elements from `start` on. */
  toSpliced(start: number, deleteCount?: number, ...items: T[]): T[];
  /** A copy with `value` at `index`. */
  with(index: number, value: T): T[];
}

interface ReadonlyArray<T> {
  /** A copy in reverse order. */
  toReversed(): T[];
  /** A sorted copy. Without `compare`, values are compared as text. */
  toSorted(compare?: (a: T, b: T) => number): T[];
  /** A copy in which `items` replace `deleteCount` elements from `start` on. */
  toSpliced(start: number, deleteCount?: number, ...items: T[]): T[];
  /** A copy with `value` at `index`. */
  with(index: number, value: T): T[];
}

interface Int8Array {
  /** A copy in reverse order. */
  toReversed(): Int8Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Int8Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Int8Array;
}

interface Uint8Array {
  /** A copy in reverse order. */
  toReversed(): Uint8Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Uint8Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Uint8Array;
}

interface Uint8ClampedArray {
  /** A copy in reverse order. */
  toReversed(): Uint8ClampedArray;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Uint8ClampedArray;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Uint8ClampedArray;
}

interface Int16Array {
  /** A copy in reverse order. */
  toReversed(): Int16Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Int16Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Int16Array;
}

interface Uint16Array {
  /** A copy in reverse order. */
  toReversed(): Uint16Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Uint16Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Uint16Array;
}

interface Int32Array {
  /** A copy in reverse order. */
  toReversed(): Int32Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Int32Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Int32Array;
}

interface Uint32Array {
  /** A copy in reverse order. */
  toReversed(): Uint32Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Uint32Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Uint32Array;
}

interface Float32Array {
  /** A copy in reverse order. */
  toReversed(): Float32Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Float32Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Float32Array;
}

interface Float64Array {
  /** A copy in reverse order. */
  toReversed(): Float64Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: number, b: number) => number): Float64Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: number): Float64Array;
}

interface BigInt64Array {
  /** A copy in reverse order. */
  toReversed(): BigInt64Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: bigint, b: bigint) => number | bigint): BigInt64Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: bigint): BigInt64Array;
}

interface BigUint64Array {
  /** A copy in reverse order. */
  toReversed(): BigUint64Array;
  /** A copy in rising order, or in that of `compare`. */
  toSorted(compare?: (a: bigint, b: bigint) => number | bigint): BigUint64Array;
  /** A copy with `value` at `index`. */
  with(index: number, value: bigint): BigUint64Array;
}
