import type { TokenSample } from "../tokens/index.ts";
import { characterKind, type ScannedTokenizer } from "./character-kinds.ts";
import { type ListedWords, listedWords } from "./listed-words.ts";
import { readString, writeString } from "./loose-utf8.ts";
import { textSlices } from "./text-slices.ts";
import { address, inMemory, openWords, type WordsModule } from "./words-module.ts";

const PAGE = 64; // characters whose kinds are found at once
const SAMPLE = 100_000; // tokens
const MARK = 4; // uint32 of a mark, see assembly/words/sentences.ts
const TOKENS = 1 << 12; // for which `add` has room at least

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
      const token = readString(memory(), from, from + length);
      wide.set(token, (wide.get(token) ?? 0) + 1);
    },
  });
  inMemory(module, () => module.open(slots, pruneAt, maxSentenceLength, SAMPLE));
  let bytes = new Uint8Array(module.memory.buffer);
  let ints = new Uint32Array(module.memory.buffer);
  // Of `add`: for how many tokens and UTF-16 units there is room, tokens whose numbers are there, and where the room is.
  let [room, units, pending, strings, marks] = [0, 0, 0, 0, 0];

  function memory(): Uint8Array {
    if (bytes.buffer !== module.memory.buffer) {
      bytes = new Uint8Array(module.memory.buffer);
      ints = new Uint32Array(module.memory.buffer);
    }
    return bytes;
  }

  function flush(): void {
    const start = address(module.numbers);
    take(new Int32Array(module.memory.buffer, start, module.written.value));
    module.taken();
    pending = 0;
  }

  function makeRoom(tokens: number, wanted: number): void {
    flush();
    [room, units] = [Math.max(room, TOKENS, tokens), Math.max(units, 8 * TOKENS, wanted)];
    module.makeRoom(room);
    module.makeStringRoom(3 * units);
    [marks, strings] = [address(module.marks) / 4, address(module.strings)];
  }

  /** Writes and marks tokens where the binary reads them. */
  function mark(tokens: readonly string[]): void {
    let wanted = 0;
    for (const token of tokens) wanted += token.length;
    if (pending + tokens.length > room || wanted > units) makeRoom(tokens.length, wanted);
    pending += tokens.length;
    const into = memory();
    let at = strings;
    for (let i = 0; i < tokens.length; i++) {
      const end = writeString(into, at, tokens[i] as string);
      ints[marks + MARK * i] = at;
      ints[marks + MARK * i + 1] = end - at;
      at = end;
    }
  }

  function add(tokens: readonly string[]): void {
    mark(tokens);
    module.keep(tokens.length);
  }

  function addEarlier(): void {
    for (let from = 0; from < earlier.length; from += TOKENS) {
      const some = earlier.slice(from, from + TOKENS);
      mark(some);
      module.putEarlier(some.length);
    }
    module.endEarlier();
  }

  function addSlice(text: Uint8Array, other: (text: string) => void): void {
    flush();
    room = 0; // it may move
    module.makeTextRoom(text.length);
    memory().set(text, address(module.text));
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
