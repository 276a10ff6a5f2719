import { forgetKinds, JOINER, kindAt, LETTER, OTHER, sizeOf, WHITE, writeCharacter } from "./kinds";
import { larger } from "./memory";
import { keep, makeRoom, marks } from "./sentences";

const BLOCK = 64;
const BEFORE = 16; // bytes before the text, of which the last one is a line end
const BEHIND = 96; // bytes behind it, all of them line ends, so that a block and the byte behind it can always be read
const NEWLINE: u8 = 10;
const APOSTROPHE: u32 = 39;

/** Where the text is. The scan changes it: tokens are put into lower case in their place. */
export let text: usize = 0;
/** Where a sentence that the scan leaves to others begins and ends, in bytes from the start of the text. */
export let otherStart: u32 = 0;
export let otherEnd: u32 = 0;

let room: usize = 0;
let end: usize = 0;
let words: bool = false; // the tokenizer "words", otherwise "whitespace"
let marked: usize = 0; // where the next mark goes
let sentence: usize = 0; // where the sentence begins

/** Which tokenizer divides. */
export function divideByWords(yes: bool): void {
  if (yes !== words) forgetKinds();
  words = yes;
}

/** Makes room for a text of so many bytes, and for its tokens. */
export function makeTextRoom(bytes: u32): void {
  const all = <u64>bytes + BEFORE + BEHIND;
  if (all > <u64>room) {
    const wanted = all + (all >> 2);
    text = larger(text - BEFORE, room, wanted) + BEFORE;
    room = <usize>wanted;
    store<u8>(text - 1, NEWLINE);
  }
  makeRoom(bytes / 2 + 2);
}

/**
 * Finds and counts the sentences from byte `from` on in a text of `bytes` bytes. Returns whether it came to the end: otherwise it
 * stands at a sentence with characters that need the tokenizer itself.
 */
export function scan(from: u32, bytes: u32): bool {
  end = text + bytes;
  memory.fill(end, NEWLINE, BEHIND);
  sentence = text + from;
  marked = marks;
  let at = sentence;
  let token: usize = 0; // where the open token begins
  while (at <= end) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    if ((i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) | (load<u8>(at, BLOCK) & 0x80)) !== 0) {
      at = slowly(token > 0 ? token : at, at + BLOCK);
      if (at === 0) return false;
      token = 0;
      continue;
    }
    const newline = bits(equal(a, 10), equal(b, 10), equal(c, 10), equal(d, 10));
    const white = bits(isWhite(a), isWhite(b), isWhite(c), isWhite(d));
    const stop = bits(isMark(a), isMark(b), isMark(c), isMark(d));
    const stops = (stop << 1) | <u64>isMarkByte(load<u8>(at - 1));
    const ends = newline | (white & stops);
    const before: u64 = token > 0 ? 1 : 0;
    let inside = ~white;
    if (words) {
      const letters = bits(lowered(at, a), lowered(at + 16, b), lowered(at + 32, c), lowered(at + 48, d));
      const behind = (letters >> 1) | (<u64>isLetterByte(load<u8>(at, BLOCK)) << 63);
      const apostrophe = bits(equal(a, 39), equal(b, 39), equal(c, 39), equal(d, 39));
      inside = letters | (apostrophe & ((letters << 1) | before) & behind);
    }
    token = events(at, token, inside ^ ((inside << 1) | before), ends);
    at += BLOCK;
  }
  return true;
}

/** Follows the edges of tokens and the ends of sentences in a block; returns where the token begins that is open behind it. */
@inline
function events(at: usize, open: usize, allEdges: u64, allEnds: u64): usize {
  let token = open;
  let edges = allEdges;
  let ends = allEnds;
  while (true) {
    const here = ends & (0 - ends); // the lowest end, 0 for none
    let some = here === 0 ? edges : edges & ((here - 1) | here);
    edges ^= some;
    while (some !== 0) {
      const place = at + <usize>ctz(some);
      some &= some - 1;
      if (token === 0) token = place;
      else {
        mark(token, place);
        token = 0;
      }
    }
    if (here === 0) return token;
    ends ^= here;
    endSentence(at + <usize>ctz(here) + 1);
  }
}

@inline
function mark(start: usize, behind: usize): void {
  store<u32>(marked, <u32>start);
  store<u32>(marked, <u32>(behind - start), 4);
  marked += 8;
}

@inline
function endSentence(next: usize): void {
  keep(<u32>((marked - marks) >> 3));
  marked = marks;
  sentence = next;
}

/**
 * The same for characters of any kind, one after the other, from the start of a token or of a block on, up to the end of a
 * sentence or to where no token is open at or behind `limit`. Returns where it came to, 0 for a sentence that is left to others.
 */
function slowly(from: usize, limit: usize): usize {
  let at = from;
  let token: usize = 0;
  let to: usize = 0; // where the next character of the token goes: never behind the one that is read
  let before = <u32>load<u8>(at - 1);
  while (at < end) {
    const byte = <u32>load<u8>(at);
    const kind = kindAt(at);
    const size = sizeOf(byte);
    const isInside =
      kind >> 24 === LETTER || (kind >> 24 === JOINER && token > 0 && kindAt(at + size) >> 24 === LETTER);
    if (isInside) {
      if (token === 0) token = to = at;
      to = writeCharacter(to, kind & 0xffffff);
    } else {
      if (kind >> 24 === OTHER) return other(at);
      if (token > 0) mark(token, to);
      token = 0;
      if (byte === NEWLINE || (kind >> 24 === WHITE && isMarkByte(before))) {
        endSentence(at + size);
        return at + size;
      }
      if (at + size >= limit) return at + size;
    }
    before = byte < 0x80 ? byte : 0;
    at += size;
  }
  if (token > 0) mark(token, to);
  endSentence(end);
  return end;
}

/** Leaves the sentence in which `at` is to others, up to the next end of a sentence in ASCII. */
function other(at: usize): usize {
  let before: u32 = 0;
  for (; at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (byte === NEWLINE || (isWhiteByte(byte) && isMarkByte(before))) break;
    before = byte;
  }
  otherStart = <u32>(sentence - text);
  otherEnd = <u32>(at - text);
  return 0;
}

@inline
function isWhiteByte(byte: u32): bool {
  return byte === 32 || byte - 9 < 5;
}

@inline
function isMarkByte(byte: u32): bool {
  return byte === 46 || byte === 33 || byte === 63 || byte === 59; // . ! ? ;
}

@inline
function isLetterByte(byte: u32): bool {
  return (byte | 32) - 97 < 26;
}

@inline
function equal(block: v128, byte: u8): v128 {
  return i8x16.eq(block, i8x16.splat(byte));
}

@inline
function isWhite(block: v128): v128 {
  return v128.or(equal(block, 32), i8x16.lt_u(i8x16.sub(block, i8x16.splat(9)), i8x16.splat(5)));
}

@inline
function isMark(block: v128): v128 {
  return v128.or(
    v128.or(equal(block, 46), equal(block, 33)),
    v128.or(equal(block, 63), equal(block, 59)),
  );
}

/** Which bytes are letters; writes them in lower case. */
@inline
function lowered(at: usize, block: v128): v128 {
  const low = v128.or(block, i8x16.splat(32));
  const letters = i8x16.lt_u(i8x16.sub(low, i8x16.splat(97)), i8x16.splat(26));
  v128.store(at, v128.bitselect(low, block, letters));
  return letters;
}

/** One bit for each of the 64 bytes. */
@inline
function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16)) |
    (<u64>(<u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16)) << 32)
  );
}
