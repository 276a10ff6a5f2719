import { compileWasm, openWasm, type WasmMemory, wasmBytes } from "../base/index.ts";
import { plain, relaxed } from "./binaries.ts";

/** Which binary trains: "plain" rounds alike on every machine, "relaxed" is faster where the processor has one instruction for a · b + c. */
export type SimdBinary = "plain" | "relaxed";

/** Every binary, the reproducible one first. */
export const simdBinaries: readonly SimdBinary[] = ["plain", "relaxed"];

/** The functions of a binary; addresses and counts are uint32. */
export interface SimdFunctions {
  /** Trains blocks of a round until none is left. */
  round(parameters: number, thread: number): void;
  /** Brings the moves of a thread's copies of the `rows` most frequent rows into the tables and takes those of other threads. */
  exchangeCopies(parameters: number, thread: number, rows: number): void;
  /** One step on the M inputs and N outputs in the thread's lists. */
  step(parameters: number, thread: number, m: number, n: number, alpha: number): void;
}

/** The compiled binary: for a memory that threads share, or for one of a single thread, which works in any page. */
export function compileBinary(name: SimdBinary, shared: boolean): object {
  return compileBytes(binaryBytes(name), shared);
}

/** The same for the bytes of a binary. */
export function compileBytes(bytes: Uint8Array<ArrayBuffer>, shared: boolean): object {
  return compileWasm(shared ? bytes : unshared(bytes));
}

/** Whether the machine can run the binary. */
export function canRun(name: SimdBinary): boolean {
  return WebAssembly.validate(binaryBytes(name));
}

/** The functions of a compiled binary on a memory. */
export function instantiate(module: object, memory: WasmMemory): SimdFunctions {
  return openWasm(module, memory) as unknown as SimdFunctions;
}

const MEMORY = [6, ...new TextEncoder().encode("memory"), 2]; // the name in the import section, and the kind
const SHARED_WITH_MAXIMUM = 3;
const WITH_MAXIMUM = 1;

function binaryBytes(name: SimdBinary): Uint8Array<ArrayBuffer> {
  return wasmBytes(name === "plain" ? plain : relaxed);
}

/** The same binary for a memory that is not shared: one byte of its import says so. */
function unshared(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = bytes.findIndex(
    (_, i) =>
      MEMORY.every((byte, k) => bytes[i + k] === byte) && bytes[i + MEMORY.length] === SHARED_WITH_MAXIMUM,
  );
  if (at < 0)
    throw new Error("Cannot use the trainer without shared memory: its import has no shared memory");
  const copy = bytes.slice();
  copy[at + MEMORY.length] = WITH_MAXIMUM;
  return copy;
}
