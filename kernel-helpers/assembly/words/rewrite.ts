import { allocate } from "./memory";
import { finalId, ranked } from "./rank";
import { LENGTH, LETTERS } from "./table";

/** Numbers that are rewritten at once. */
export const PIECE: u32 = 1 << 16;

/** Where the numbers of a piece are put. */
export let piece: usize = 0;
/** Where the ids of complete sentences are, each with -1 behind it. */
export let ids: usize = 0;
/** Known words in complete sentences so far, and these sentences. */
export let knownTokens: f64 = 0;
export let knownSentences: f64 = 0;
/** The CRC-32C of what was rewritten, see `corpusChecksum`. */
export let checksum: u32 = 0;

let table: usize = 0; // of the checksum: the effect of a byte 0 to 3 bytes before the end of four, shape (4, 256)
let sentence: usize = 0; // the ids of the sentence that is not complete yet, behind room for their count
let known: u32 = 0; // ids there
let room: u32 = 0; // ids for which there is room there, and as many more in `ids`

/** Begins with the checksum of the first `words` words, joined by line ends. */
export function startRewrite(words: u32): void {
  piece = allocate(PIECE << 2);
  table = allocate(4096);
  for (let byte: u32 = 0; byte < 256; byte++) {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >> 1) ^ 0x82f63b78 : rest >> 1;
    store<u32>(table + (<usize>byte << 2), rest);
  }
  for (let at = table + 1024; at < table + 4096; at += 4) {
    const rest = load<u32>(at - 1024);
    store<u32>(at, (rest >> 8) ^ look(rest & 255));
  }
  let sum: u32 = ~0;
  for (let id: u32 = 0; id < words; id++) {
    if (id > 0) sum = withByte(sum, 10);
    sum = withWord(sum, load<u32>(ranked + (<usize>id << 2)));
  }
  checksum = ~sum;
}

@inline
function look(index: u32): u32 {
  return load<u32>(table + (<usize>index << 2));
}

@inline
function withByte(sum: u32, byte: u32): u32 {
  return look((sum ^ byte) & 255) ^ (sum >> 8);
}

/** Half of a character, which UTF-8 does not have, counts as U+FFFD, as TextEncoder writes it. */
function withWord(before: u32, entry: usize): u32 {
  let sum = before;
  const end = entry + LETTERS + load<u32>(entry, LENGTH);
  for (let at = entry + LETTERS; at < end; at++) {
    if (load<u8>(at) === 0xed && load<u8>(at, 1) >= 0xa0) {
      sum = withByte(withByte(withByte(sum, 0xef), 0xbf), 0xbd);
      at += 2;
    } else sum = withByte(sum, load<u8>(at));
  }
  return sum;
}

/** Rewrites the first `count` numbers of the piece; returns how many numbers there are now in `ids`. */
export function rewrite(count: u32): u32 {
  makeRoom(known + count);
  let to = ids;
  let next = sentence + ((<usize>known + 1) << 2);
  const end = piece + (<usize>count << 2);
  for (let at = piece; at < end; at += 4) {
    const number = load<i32>(at);
    if (number >= 0) {
      const id = finalId(number);
      store<i32>(next, id);
      next += id >= 0 ? 4 : 0;
      continue;
    }
    const bytes = next - sentence - 4;
    next = sentence + 4;
    if (bytes <= 4) continue;
    store<u32>(sentence, <u32>(bytes >> 2));
    addChecksum(bytes + 4);
    memory.copy(to, sentence + 4, bytes);
    store<i32>(to + bytes, -1);
    to += bytes + 4;
    knownTokens += <f64>(bytes >> 2);
    knownSentences++;
  }
  known = <u32>((next - sentence - 4) >> 2);
  return <u32>((to - ids) >> 2);
}

/** Room for so many ids in the sentence that goes on, and in complete ones. */
function makeRoom(count: u32): void {
  if (count <= room) return;
  const wanted = <u64>count * 2;
  const old = sentence;
  sentence = allocate((wanted << 2) + 16);
  memory.copy(sentence, old, (<usize>known + 1) << 2);
  ids = allocate((wanted << 2) + 16);
  room = <u32>wanted;
}

/** Adds the count of a sentence and its ids, four bytes at a time (Kounavis and Berry 2005, "slicing"). */
function addChecksum(bytes: usize): void {
  let sum = ~checksum;
  for (let at = sentence; at < sentence + bytes; at += 4) {
    const mixed = sum ^ load<u32>(at);
    sum =
      look(768 + (mixed & 255)) ^
      look(512 + ((mixed >> 8) & 255)) ^
      look(256 + ((mixed >> 16) & 255)) ^
      look(mixed >> 24);
  }
  checksum = ~sum;
}
