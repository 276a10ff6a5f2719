/** A memory of WebAssembly, whose type a cell's compiler does not know. */
export interface WasmMemory {
  /** Its bytes; shared between threads if the memory is. It becomes another one when the memory grows. */
  readonly buffer: ArrayBuffer;
}

/** A number that a binary of WebAssembly keeps. */
export interface WasmNumber {
  /** The number as it is now; int32 also where the binary means uint32. */
  readonly value: number;
}

/** The bytes of a binary in base64. */
export function wasmBytes(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Compiles a binary. */
export function compileWasm(bytes: Uint8Array<ArrayBuffer>): object {
  return new WebAssembly.Module(bytes);
}

/** What a compiled binary exports, on a memory; `imports` are functions that it calls. */
export function openWasm(module: object, memory: WasmMemory, imports: object = {}): Record<string, unknown> {
  const env = { memory: memory as WebAssembly.Memory, ...imports };
  return new WebAssembly.Instance(module as WebAssembly.Module, { env }).exports;
}

/** Options of `newWasmMemory`. */
export interface WasmMemoryOptions {
  /** Bytes to which it can grow. Default: 4 GiB, all that an address of 32 bits reaches. */
  readonly most?: number;
  /** Whether threads can share it. Default: false. */
  readonly shared?: boolean;
  /** How the error begins if the machine has not that much: what cannot be done. */
  readonly action: string;
  /** How it ends: what helps. */
  readonly remedy: string;
}

const PAGE = 1 << 16;

/** Memory of at least `bytes` bytes; throws RangeError if the machine has not that much. */
export function newWasmMemory(
  bytes: number,
  { most = 2 ** 32, shared = false, action, remedy }: WasmMemoryOptions,
): WasmMemory {
  const [initial, maximum] = [Math.ceil(bytes / PAGE), Math.ceil(most / PAGE)];
  try {
    return new WebAssembly.Memory({ initial, maximum, shared });
  } catch (error) {
    const size = Math.ceil(bytes / 2 ** 20);
    throw new RangeError(`${action}: the machine does not give ${size} MiB of memory. Remedy: ${remedy}`, {
      cause: error,
    });
  }
}
