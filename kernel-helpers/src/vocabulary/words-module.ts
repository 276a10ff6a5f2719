import {
  compileWasm,
  newWasmMemory,
  openWasm,
  type WasmMemory,
  type WasmNumber,
  wasmBytes,
} from "../base/index.ts";
import { wordsBinary } from "./binary.ts";

/** What assembly/words/index.ts exports; the meaning of each name is told there. */
export interface WordsModule {
  readonly memory: WasmMemory;
  open(slots: number, pruneAt: number, longestSentence: number, sampleSize: number): void;
  makeRoom(tokens: number): void;
  makeStringRoom(bytes: number): void;
  makeTextRoom(bytes: number): void;
  divideByWords(yes: boolean): void;
  scan(from: number, bytes: number): number;
  otherStart(): number;
  otherStop(): number;
  keep(tokens: number): void;
  taken(): void;
  putEarlier(tokens: number): void;
  endEarlier(): void;
  rank(minCount: number): void;
  number(words: number): void;
  spell(from: number, to: number): number;
  startRewrite(words: number): void;
  rewrite(count: number): number;
  readonly kinds: WasmNumber;
  readonly marks: WasmNumber;
  readonly strings: WasmNumber;
  readonly text: WasmNumber;
  readonly numbers: WasmNumber;
  readonly written: WasmNumber;
  readonly tokens: WasmNumber;
  readonly given: WasmNumber;
  readonly plainTokens: WasmNumber;
  readonly plainCharacters: WasmNumber;
  readonly next: WasmNumber;
  readonly ranked: WasmNumber;
  readonly kept: WasmNumber;
  readonly letters: WasmNumber;
  readonly ends: WasmNumber;
  readonly piece: WasmNumber;
  readonly ids: WasmNumber;
  readonly knownTokens: WasmNumber;
  readonly knownSentences: WasmNumber;
  readonly checksum: WasmNumber;
  readonly refused: WasmNumber;
}

const problem = {
  action: "Cannot count the words",
  remedy: "close other programs, or a corpus with fewer different words: a smaller pruneAt",
};
let compiled: object | undefined;

/** Functions that the binary calls. */
export interface WordsImports {
  /** Fills the table of kinds for a character, at least. */
  readonly classify: (character: number) => void;
  /** Is told where a token of the sample is that has characters from U+0800 on, and its bytes. */
  readonly wide: (start: number, length: number) => void;
}

/** A binary with a memory of its own, which grows to `most` bytes. */
export function openWords(most: number, imports: WordsImports): WordsModule {
  const memory = newWasmMemory(1 << 16, { ...problem, most });
  compiled ??= compileWasm(wasmBytes(wordsBinary));
  return { memory, ...openWasm(compiled, memory, imports) } as unknown as WordsModule;
}

/** What `work` on a binary gives. Throws RangeError if the machine does not give the memory that it needs. */
export function inMemory<Result>(module: WordsModule, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const bytes = module.refused.value;
    if (bytes === 0) throw error;
    throw refused(bytes, error);
  }
}

/** Throws RangeError for a region of so many bytes that no address of the binary reaches its end. */
export function requireAddressable(bytes: number): void {
  if (bytes >= 2 ** 32) throw refused(bytes);
}

function refused(bytes: number, cause?: unknown): RangeError {
  return new RangeError(
    `${problem.action}: they need ${(bytes / 1e6).toFixed(0)} MB of memory, and the machine does not give them, or they are more than the 4 GB that ` +
      `WebAssembly reaches. Remedy: ${problem.remedy}`,
    { cause },
  );
}

/** An address or a count that the binary keeps, which WebAssembly gives as int32. */
export function address({ value }: WasmNumber): number {
  return value >>> 0;
}
