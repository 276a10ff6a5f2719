import type { WordCounts } from "./word-counts.ts";

const SLOTS = 1 << 16;
const SLOT = 32; // bytes: hash, number and length as int32, then the letters, so that a look touches one line of the processor's cache
const LETTERS = 12;
const LONGEST = SLOT - LETTERS;

/** Counts words that are given as ASCII letters in bytes. */
export interface WordCache {
  /** Counts the word in `letters` from `start` on, and returns its number; `hash` is any function of its letters. */
  add(letters: Uint8Array, start: number, length: number, hash: number): number;
}

/**
 * Remembers the numbers of frequent words by their letters, because making a text of each occurrence and looking it up takes
 * several times as long. What is not remembered goes to `words`.
 */
export function wordCache(words: WordCounts): WordCache {
  const slots = new Int32Array((SLOTS * SLOT) / 4).fill(-1);
  const known = new Uint8Array(slots.buffer);
  let forgotten = 0;

  return {
    add(letters, start, length, hash) {
      if (words.forgotten() !== forgotten) {
        slots.fill(-1); // some of these numbers are no words any more
        forgotten = words.forgotten();
      }
      const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
      const at = slot * (SLOT / 4);
      if (slots[at] === hash && slots[at + 2] === length) {
        const from = slot * SLOT + LETTERS;
        let same = 0;
        while (same < length && letters[start + same] === known[from + same]) same++;
        if (same === length) {
          const found = slots[at + 1] as number;
          words.again(found);
          return found;
        }
      }
      const number = words.add(textOf(letters, start, length));
      if (length <= LONGEST) {
        slots[at] = hash;
        slots[at + 1] = number;
        slots[at + 2] = length;
        known.set(letters.subarray(start, start + length), slot * SLOT + LETTERS);
      }
      return number;
    },
  };
}

function textOf(letters: Uint8Array, start: number, length: number): string {
  let text = "";
  for (let i = start; i < start + length; i++) text += String.fromCharCode(letters[i] as number);
  return text;
}
