import { bits, equal, isLetterByte, isMark, isMarkByte, isWhite, lowered, NEWLINE } from "./bytes";
import { forgetKinds } from "./kinds";
import { endSentence, mark, sentence, startSentence } from "./marking";
import { larger } from "./memory";
import { makeRoom } from "./sentences";
import { otherEnd, slowly } from "./slowly";

const BLOCK = 64;
const BEFORE = 16; // bytes before the text, of which the last one is a line end
const BEHIND = 96; // bytes behind it, all of them line ends, so that a block and the byte behind it can always be read
const APOSTROPHE: u8 = 39;

/** Where the text is. The scan changes it: tokens are put into lower case in their place. */
export let text: usize = 0;

let room: usize = 0;
let words: bool = false; // the tokenizer "words", otherwise "whitespace"

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
  const end = text + bytes;
  memory.fill(end, NEWLINE, BEHIND);
  let at = text + from;
  startSentence(at);
  let token: usize = 0; // where the open token begins
  while (at <= end) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    if ((i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) | (load<u8>(at, BLOCK) & 0x80)) !== 0) {
      at = slowly(token > 0 ? token : at, at + BLOCK, end);
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
      const apostrophe = bits(equal(a, APOSTROPHE), equal(b, APOSTROPHE), equal(c, APOSTROPHE), equal(d, APOSTROPHE));
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

/** Where the sentence begins that is left to others, in bytes from the start of the text. */
export function otherStart(): u32 {
  return <u32>(sentence - text);
}

/** Where it ends. */
export function otherStop(): u32 {
  return <u32>(otherEnd - text);
}
