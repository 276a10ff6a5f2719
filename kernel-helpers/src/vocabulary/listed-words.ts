import { readString } from "./loose-utf8.ts";
import { address, inMemory, type WordsModule } from "./words-module.ts";

const [NUMBER, COUNT, LENGTH, LETTERS] = [0, 1, 2, 4]; // of an entry in uint32, see assembly/words/table.ts
const BATCH = 512; // words that are decoded at once: one by one takes several times as long

/** Words with how often each occurred and its number. */
export interface ListedWords {
  readonly words: string[];
  readonly counts: Uint32Array<ArrayBuffer>;
  readonly numbers: Uint32Array;
}

/** The first `count` words that the binary has listed. */
export function listedWords(module: WordsModule, count: number): ListedWords {
  const words: string[] = [];
  for (let from = 0; from < count; from += BATCH)
    addBatch(module, from, Math.min(from + BATCH, count), words);
  const [counts, numbers] = [new Uint32Array(count), new Uint32Array(count)];
  const data = new Uint32Array(module.memory.buffer);
  const ranked = address(module.ranked) / 4;
  for (let i = 0; i < count; i++) {
    const entry = (data[ranked + i] as number) / 4;
    counts[i] = data[entry + COUNT] as number;
    numbers[i] = data[entry + NUMBER] as number;
  }
  return { words, counts, numbers };
}

function addBatch(module: WordsModule, from: number, to: number, words: string[]): void {
  const bytes = inMemory(module, () => module.spell(from, to));
  const { buffer } = module.memory;
  if (bytes < 0) {
    const data = new Uint32Array(buffer);
    for (const entry of data.subarray(address(module.ranked) / 4 + from, address(module.ranked) / 4 + to)) {
      const start = entry + 4 * LETTERS;
      words.push(readString(new Uint8Array(buffer), start, start + (data[entry / 4 + LENGTH] as number)));
    }
    return;
  }
  const text = decoder.decode(new Uint8Array(buffer, address(module.letters), bytes));
  let start = 0;
  for (const end of new Uint32Array(buffer, address(module.ends), to - from)) {
    words.push(text.slice(start, end));
    start = end;
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
