import { hashOf } from "./hash";
import { larger } from "./memory";
import { isSampled, sample } from "./sample";
import { count, firstEntry } from "./table";

// Tokens of a sentence are marked first and counted when it is complete.

/** Bytes of a mark: a token's address, its length in bytes, its hash and the entry that is looked at first, uint32 each. */
export const MARK: usize = 16;
const GROUP: usize = 64 * MARK;
/** Where the marks are; address and length are given. */
export let marks: usize = 0;
/** Where the numbers of the words go, with -1 behind each sentence. */
export let numbers: usize = 0;
/** Numbers that are there. */
export let written: u32 = 0;
/** Tokens counted so far. */
export let tokens: f64 = 0;
/** Sentences with a token so far, before they were divided. */
export let given: f64 = 0;

let room: u32 = 0; // tokens for which there is room
let touched: u32 = 0; // is stored, so that no compiler leaves a load out
let longest: u32 = 0;

/** A sentence of more tokens than `most` is divided; 0 for none. */
export function divideBeyond(most: u32): void {
  longest = most;
}

/** Makes room for the marks of so many tokens, and for their numbers in sentences of any length. Both are lost. */
export function makeRoom(tokenCount: u32): void {
  if (tokenCount <= room) return;
  marks = larger(marks, <usize>room * MARK, <u64>tokenCount * MARK);
  numbers = larger(numbers, <usize>room * 8, <u64>tokenCount * 8);
  room = tokenCount;
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
  const end = marks + <usize>tokenCount * MARK;
  for (let group = marks; group < end; group += GROUP) {
    const groupEnd = min(group + GROUP, end);
    fetch(group, groupEnd);
    for (let mark = group; mark < groupEnd; mark += MARK) {
      if (left === 0) {
        store<i32>(to, -1);
        to += 4;
        left = piece;
      }
      store<u32>(to, count(load<u32>(mark), load<u32>(mark, 4), load<u32>(mark, 8)));
      to += 4;
      left--;
    }
  }
  store<i32>(to, -1);
  written = <u32>((to + 4 - numbers) >> 2);
}

/** Puts the first `tokenCount` tokens that are marked into the table, as words of an earlier model. */
export function putEarlier(tokenCount: u32): void {
  for (let mark = marks; mark < marks + <usize>tokenCount * MARK; mark += MARK) {
    const start = load<u32>(mark);
    const length = load<u32>(mark, 4);
    count(start, length, hashOf(start, length));
  }
}

/**
 * Finds the hashes of some tokens, and reads from the memory what `count` is going to look at. In loops without a branch the
 * processor waits for all of it together; in `count` it would wait for each word by itself.
 */
@inline
function fetch(from: usize, end: usize): void {
  for (let mark = from; mark < end; mark += MARK) {
    store<u32>(mark, hashOf(load<u32>(mark), load<u32>(mark, 4)), 8);
  }
  for (let mark = from; mark < end; mark += MARK) store<u32>(mark, <u32>firstEntry(load<u32>(mark, 8)), 12);
  let sum: u32 = 0;
  for (let mark = from; mark < end; mark += MARK) sum += load<u32>(load<u32>(mark, 12), 4);
  touched = sum;
}

/** Says that the numbers have been taken. */
export function taken(): void {
  written = 0;
}
