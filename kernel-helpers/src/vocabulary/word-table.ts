import type { TokenSample } from "../tokens/index.ts";
import { characterKind, type ScannedTokenizer } from "./character-kinds.ts";
import { type ListedWords, listedWords } from "./listed-words.ts";
import { readString } from "./loose-utf8.ts";
import { memoryViews } from "./memory-views.ts";
import { textSlices } from "./text-slices.ts";
import { tokenMarks } from "./token-marks.ts";
import { address, inMemory, openWords, requireAddressable, type WordsModule } from "./words-module.ts";

const PAGE = 64; // characters whose kinds are found at once
const SAMPLE = 100_000; // tokens
const BATCH = 1 << 12; // earlier words
const MOST = 2 ** 32 - 1; // what the binary takes for a length

/** Options of `wordTable`. */
export interface WordTableOptions {
  /** Different words at most, see `corpusEncoder`. */
  readonly pruneAt: number;
  /** A sentence of more tokens is divided; 0 for never. */
  readonly maxSentenceLength: number;
  /** Takes numbers of words, with -1 behind each sentence, in the order of the text. The array is valid only in the call. */
  readonly take: (numbers: Int32Array) => void;
  /** Words that get the numbers 0, 1, 2, … and are never forgotten; they have not occurred yet. Default: none. */
  readonly earlier?: readonly string[] | undefined;
  /** Places for words at first, a power of 2. Default: 16,384. */
  readonly slots?: number | undefined;
  /** Bytes of memory at most. Default: 4 GiB. */
  readonly most?: number | undefined;
}

/** Counts words, and numbers them 0, 1, 2, … in the order of first occurrence, in the memory of WebAssembly. */
export interface WordTable {
  /** The binary that does it. */
  readonly module: WordsModule;
  /** Counts the tokens of a sentence. */
  add(tokens: readonly string[]): void;
  /** Counts the sentences of a text in UTF-8. Those whose characters need the tokenizer itself go to `other`. */
  addText(text: Uint8Array, name: ScannedTokenizer, other: (text: string) => void): void;
  /** Hands on the numbers that have not been taken yet. */
  flush(): void;
  /** The first 100,000 tokens. */
  sample(): TokenSample;
  /** The first `count` words that the binary has listed. */
  listed(count: number): ListedWords;
}

/** An empty table. Its functions throw RangeError if the machine does not give the memory that they need. */
export function wordTable({
  pruneAt,
  maxSentenceLength,
  take,
  earlier = [],
  slots = 1 << 14,
  most = 2 ** 32,
}: WordTableOptions): WordTable {
  let tokenizer: ScannedTokenizer = "whitespace";
  const wide = new Map<string, number>();
  const module = openWords(most, {
    classify(character) {
      const first = character - (character % PAGE);
      const kinds = new Uint32Array(module.memory.buffer, address(module.kinds) + 4 * first, PAGE);
      for (let i = 0; i < PAGE; i++) kinds[i] = characterKind(tokenizer, first + i);
    },
    wide(start, length) {
      const from = start >>> 0;
      const token = readString(memory().bytes, from, from + length);
      wide.set(token, (wide.get(token) ?? 0) + 1);
    },
  });
  inMemory(module, () => module.open(slots, pruneAt, Math.min(maxSentenceLength, MOST), SAMPLE));
  const memory = memoryViews(module);
  const marks = tokenMarks(module, memory, flush);

  function flush(): void {
    const start = address(module.numbers);
    take(new Int32Array(module.memory.buffer, start, module.written.value));
    module.taken();
    marks.taken();
  }

  function add(tokens: readonly string[]): void {
    marks.put(tokens);
    module.keep(tokens.length);
  }

  function addEarlier(): void {
    for (let from = 0; from < earlier.length; from += BATCH) {
      const some = earlier.slice(from, from + BATCH);
      marks.put(some);
      module.putEarlier(some.length);
    }
    module.endEarlier();
  }

  function addSlice(text: Uint8Array, other: (text: string) => void): void {
    flush();
    marks.moved();
    requireAddressable(text.length);
    module.makeTextRoom(text.length);
    memory().bytes.set(text, address(module.text));
    for (let from = 0; !module.scan(from, text.length); ) {
      flush(); // `add` does not know what is there
      const [start, end] = [module.otherStart(), module.otherStop()];
      other(decoder.decode(text.subarray(start, end)));
      flush();
      from = end + 1;
    }
  }

  if (earlier.length > 0) inMemory(module, addEarlier);
  return {
    module,
    flush,
    add: (tokens) => inMemory(module, () => add(tokens)),
    addText(text, name, other) {
      tokenizer = name;
      module.divideByWords(name === "words");
      for (const slice of textSlices(text)) inMemory(module, () => addSlice(slice, other));
    },
    sample: () => ({
      plain: { tokens: module.plainTokens.value, characters: module.plainCharacters.value },
      others: wide,
    }),
    listed: (count) => listedWords(module, count),
  };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
