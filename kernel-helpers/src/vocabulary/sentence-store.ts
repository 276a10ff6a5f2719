import type { IdStore } from "./id-store.ts";

/** Puts sentences of provisional numbers into a store, with -1 behind each. */
export interface SentenceStore {
  /** An array for the numbers of a sentence of so many words, which `keep` takes. */
  room(count: number): Int32Array;
  /** Keeps the first `count` numbers of the array as a sentence, in pieces if it is too long; none if there are none. */
  keep(count: number): void;
  /** Words kept so far. */
  tokens(): number;
  /** Sentences kept so far, before they were divided. */
  given(): number;
}

/** A store whose sentences have at most `longest` words; 0 for any number. */
export function sentenceStore(store: IdStore, longest: number): SentenceStore {
  const end = Int32Array.of(-1);
  let numbers = new Int32Array(1 << 10);
  let [tokens, given] = [0, 0];
  return {
    room(count) {
      if (count >= numbers.length) numbers = new Int32Array(2 * count);
      return numbers;
    },
    keep(count) {
      if (count === 0) return;
      tokens += count;
      given++;
      if (longest === 0 || count <= longest) {
        numbers[count] = -1;
        store.append(numbers, count + 1);
        return;
      }
      for (let start = 0; start < count; start += longest) {
        store.append(numbers.subarray(start), Math.min(longest, count - start));
        store.append(end, 1);
      }
    },
    tokens: () => tokens,
    given: () => given,
  };
}
