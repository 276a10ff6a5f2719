/// <reference lib="esnext.disposable" />
// What Node and a web worker share besides the language itself: a page's stand-in for @types/node. `process`, `Buffer`
// and `document` are not here, so a lesson that names them says so by a type error.
interface Console {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  table(rows: unknown, columns?: readonly string[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
}
declare const console: Console;
declare const performance: { now(): number };
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}
// biome-ignore lint/suspicious/noConfusingVoidType: a promise's `resolve` is called without a value, too
declare function setTimeout(work: (_: void) => void, milliseconds?: number): unknown;
declare function setTimeout<Values extends unknown[]>(
  work: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): unknown;
declare function clearTimeout(timer: unknown): void;
// biome-ignore lint/suspicious/noConfusingVoidType: a promise's `resolve` is called without a value, too
declare function setInterval(work: (_: void) => void, milliseconds?: number): unknown;
declare function setInterval<Values extends unknown[]>(
  work: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): unknown;
declare function clearInterval(timer: unknown): void;
declare function queueMicrotask(work: () => void): void;
declare function structuredClone<T>(value: T): T;
