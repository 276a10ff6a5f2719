import { larger } from "./memory";
import { isSampled, sample } from "./sample";
import { count } from "./table";

// Tokens of a sentence are marked first and counted when it is complete.

/** Where the marks are: of each token its address and its length in bytes, uint32. */
export let marks: usize = 0;
/** Where the numbers of the words go, with -1 behind each sentence. */
export let numbers: usize = 0;
/** Numbers that are there. */
export let written: u32 = 0;
/** Tokens counted so far. */
export let tokens: f64 = 0;
/** Sentences with a token so far, before they were divided. */
export let given: f64 = 0;

let room: usize = 0; // bytes of the marks, and of the numbers
let longest: u32 = 0;

/** A sentence of more tokens than `most` is divided; 0 for none. */
export function divideBeyond(most: u32): void {
  longest = most;
}

/** Makes room for the marks of so many tokens, and for their numbers in sentences of any length. Both are lost. */
export function makeRoom(tokenCount: u32): void {
  const bytes = <u64>tokenCount * 8;
  if (bytes <= <u64>room) return;
  marks = larger(marks, room, bytes + 64);
  numbers = larger(numbers, room, bytes + 64);
  room = <usize>bytes;
}

/** Counts the first `tokenCount` tokens that are marked, and writes their numbers. */
export function keep(tokenCount: u32): void {
  if (tokenCount === 0) return;
  if (!isSampled) sample(marks, tokenCount);
  tokens += <f64>tokenCount;
  given++;
  const piece = longest === 0 ? tokenCount : longest;
  let to = numbers + ((<usize>written) << 2);
  let left = piece;
  const end = marks + ((<usize>tokenCount) << 3);
  for (let mark = marks; mark < end; mark += 8) {
    if (left === 0) {
      store<i32>(to, -1);
      to += 4;
      left = piece;
    }
    store<u32>(to, count(load<u32>(mark), load<u32>(mark, 4)));
    to += 4;
    left--;
  }
  store<i32>(to, -1);
  written = <u32>((to + 4 - numbers) >> 2);
}

/** Says that the numbers have been taken. */
export function taken(): void {
  written = 0;
}
