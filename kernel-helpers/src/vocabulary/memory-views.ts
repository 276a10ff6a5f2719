import type { WordsModule } from "./words-module.ts";

/** The memory of the binary, which is another buffer after it has grown. */
export interface MemoryViews {
  readonly bytes: Uint8Array;
  readonly ints: Uint32Array;
}

/** Gives the views of the memory as it is now. */
export function memoryViews({ memory }: WordsModule): () => MemoryViews {
  let views = viewsOf(memory.buffer);
  return () => {
    if (views.bytes.buffer !== memory.buffer) views = viewsOf(memory.buffer);
    return views;
  };
}

function viewsOf(buffer: ArrayBuffer): MemoryViews {
  return { bytes: new Uint8Array(buffer), ints: new Uint32Array(buffer) };
}
