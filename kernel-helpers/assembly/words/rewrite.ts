import { makeChecksumTable, withByte, withInt, withInts, withWord } from "./checksum";
import { allocate } from "./memory";
import { finalId, ranked } from "./rank";
import { LENGTH, LETTERS } from "./table";

/** Numbers that are rewritten at once. */
const PIECE: u32 = 1 << 16;

/** Where the numbers of a piece are put. */
export let piece: usize = 0;
/** Where the ids of complete sentences are, each with -1 behind it. */
export let ids: usize = 0;
/** Known words in complete sentences so far, and these sentences. */
export let knownTokens: f64 = 0;
export let knownSentences: f64 = 0;
/** The CRC-32C of what was rewritten, see `corpusChecksum`. */
export let checksum: u32 = 0;

let ready: u32 = 0; // ids of complete sentences there, with their -1
let known: u32 = 0; // ids behind them, of a sentence that goes on
let room: u32 = 0; // numbers for which there is room in `ids`

/** Begins with the checksum of the first `words` words, joined by line ends. */
export function startRewrite(words: u32): void {
  piece = allocate(PIECE << 2);
  makeChecksumTable();
  let sum: u32 = ~0;
  for (let id: u32 = 0; id < words; id++) {
    if (id > 0) sum = withByte(sum, 10);
    const entry = <usize>load<u32>(ranked + (<usize>id << 2));
    sum = withWord(sum, entry + LETTERS, load<u32>(entry, LENGTH));
  }
  checksum = ~sum;
}

/** Rewrites the first `count` numbers of the piece; returns how many numbers there are now in complete sentences. */
export function rewrite(count: u32): u32 {
  let start = makeRoom(count);
  let next = start + (<usize>known << 2);
  const end = piece + (<usize>count << 2);
  for (let at = piece; at < end; at += 4) {
    const number = load<i32>(at);
    if (number >= 0) {
      const id = finalId(number);
      store<i32>(next, id);
      next += id >= 0 ? 4 : 0;
      continue;
    }
    const words = <u32>((next - start) >> 2);
    if (words < 2) {
      next = start;
      continue;
    }
    checksum = ~withInts(withInt(~checksum, words), start, words);
    knownTokens += <f64>words;
    knownSentences++;
    store<i32>(next, -1);
    next += 4;
    start = next;
  }
  known = <u32>((next - start) >> 2);
  ready = <u32>((start - ids) >> 2);
  return ready;
}

/** Moves the ids of the sentence that goes on to the start of `ids`, and makes room there for `count` more numbers. */
function makeRoom(count: u32): usize {
  const old = ids;
  const wanted = <u64>known + count + 1;
  if (wanted > <u64>room) {
    ids = allocate(wanted << 3);
    room = <u32>(wanted << 1);
  }
  memory.copy(ids, old + (<usize>ready << 2), <usize>known << 2);
  return ids;
}
