import { compileWasm, newWasmMemory, openWasm, type WasmMemory, wasmBytes } from "../base/index.ts";
import { utf8Binary } from "./binary.ts";

interface Checker {
  readonly memory: WasmMemory;
  /** Where the bytes are put. */
  place(): number;
  /** Whether there is room for so many bytes there. */
  makeRoom(bytes: number): number;
  wholeCharacters(bytes: number): number;
}

const problem = { action: "Cannot read a text", remedy: "close other programs" };
let checker: Checker | undefined;

/**
 * How many of the bytes are whole characters in UTF-8, if only the last one is cut off; -1 if there is a zero byte or one that is not UTF-8.
 *
 * @example
 * wholeCharacters(Uint8Array.of(0x61, 0xc3, 0xa9, 0xc3)); // 3
 */
export function wholeCharacters(bytes: Uint8Array): number {
  checker ??= newChecker();
  if (!checker.makeRoom(bytes.length))
    throw new RangeError(
      `${problem.action}: the machine does not give ${bytes.length} bytes of memory. Remedy: ${problem.remedy}`,
    );
  new Uint8Array(checker.memory.buffer).set(bytes, checker.place());
  return checker.wholeCharacters(bytes.length);
}

function newChecker(): Checker {
  const memory = newWasmMemory(1 << 19, problem);
  return { memory, ...openWasm(compileWasm(wasmBytes(utf8Binary)), memory) } as unknown as Checker;
}
