const PAGE = 1 << 16;

/** A memory of WebAssembly, whose type a cell's compiler does not know. */
export interface WasmMemory {
  /** Its bytes; shared between threads if the memory is. */
  readonly buffer: ArrayBuffer;
}

/** Memory of at least `bytes` bytes; throws RangeError if the machine has not that much. */
export function newMemory(bytes: number, shared: boolean): WasmMemory {
  const pages = Math.ceil(bytes / PAGE);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch (error) {
    throw new RangeError(
      `Cannot train on the simd engine: the machine does not give ${Math.ceil(bytes / 2 ** 20)} MiB of memory. ` +
        "Remedy: close other programs, or train fewer words or smaller vectors",
      { cause: error },
    );
  }
}
