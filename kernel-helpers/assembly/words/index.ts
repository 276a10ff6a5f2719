// Counts the words of a text and numbers them, see src/vocabulary/word-table.ts.

import { openKinds } from "./kinds";
import { larger } from "./memory";
import { startSample } from "./sample";
import { divideBeyond } from "./sentences";
import { openTable } from "./table";

export { kinds } from "./kinds";
export { refused } from "./memory";
export { kept, number, rank, ranked } from "./rank";
export { checksum, ids, knownSentences, knownTokens, piece, rewrite, startRewrite } from "./rewrite";
export { plainCharacters, plainTokens } from "./sample";
export { divideByWords, makeTextRoom, otherStart, otherStop, scan, text } from "./scan";
export { given, keep, makeRoom, marks, numbers, putEarlier, taken, tokens, written } from "./sentences";
export { ends, letters, spell } from "./spell";
export { endEarlier, next } from "./table";

/** Where the tokens that TypeScript made are put. */
export let strings: usize = 0;
let room: usize = 0;

/** Begins with an empty table of `slots` slots, a power of 2; see `openTable`, `divideBeyond` and `startSample`. */
export function open(slots: u32, pruneAt: u32, longestSentence: u32, sampleSize: u32): void {
  openTable(slots, pruneAt);
  openKinds();
  divideBeyond(longestSentence);
  startSample(sampleSize);
}

/** Makes room for tokens of so many bytes together. */
export function makeStringRoom(bytes: u32): void {
  if (<u64>bytes + 16 <= <u64>room) return;
  const wanted = <u64>bytes * 2 + 64;
  strings = larger(strings, room, wanted);
  room = <usize>wanted;
}
