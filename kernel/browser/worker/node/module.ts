import { TraceMap, traceSegment } from "@jridgewell/trace-mapping";

/** The part of Node's `SourceMap` that the repair `positions` uses. */
export class SourceMap {
  readonly #map: TraceMap;

  constructor(payload: ConstructorParameters<typeof TraceMap>[0]) {
    this.#map = new TraceMap(payload);
  }

  /** The position before compilation; `{}` if there is none. Lines and columns count from 0. */
  findEntry(line: number, column: number): { originalLine?: number; originalColumn?: number } {
    const [, , originalLine, originalColumn] = traceSegment(this.#map, line, column) ?? [];
    return originalLine === undefined ? {} : { originalLine, originalColumn: originalColumn ?? 0 };
  }
}

/** All modules that cells can use are loaded before they run, so `require` finds none. */
export function createRequire(): (name: string) => never {
  return (name) => {
    throw new Error(`Cannot find module '${name}'`);
  };
}

export default { createRequire };
