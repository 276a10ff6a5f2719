import { isMarkByte, isWhiteByte, NEWLINE } from "./bytes";
import { JOINER, kindAt, LETTER, OTHER, sizeOf, WHITE, writeCharacter } from "./kinds";
import { endSentence, mark } from "./marking";

/** Where a sentence ends that is left to others. */
export let otherEnd: usize = 0;

/**
 * Marks tokens and counts sentences with characters of any kind, one after the other, from the start of a token or of a block on, up to the end of a
 * sentence or to where no token is open at or behind `limit`. The text ends at `end`, and a character that is cut off
 * there is left out. Returns where it came to, 0 for a sentence that is left to others.
 */
export function slowly(from: usize, limit: usize, end: usize): usize {
  let at = from;
  let token: usize = 0;
  let to: usize = 0; // where the next character of the token goes: never behind the one that is read
  let before = <u32>load<u8>(at - 1);
  while (at < end) {
    const byte = <u32>load<u8>(at);
    const kind = kindAt(at);
    const size = sizeOf(byte);
    if (at + size > end) break; // what is written of it would go over the line end behind the text
    const isInside =
      kind >> 24 === LETTER || (kind >> 24 === JOINER && token > 0 && kindAt(at + size) >> 24 === LETTER);
    if (isInside) {
      if (token === 0) token = to = at;
      to = writeCharacter(to, kind & 0xffffff);
    } else {
      if (kind >> 24 === OTHER) return other(at, end);
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
function other(from: usize, end: usize): usize {
  let at = from;
  let before: u32 = 0;
  for (; at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (byte === NEWLINE || (isWhiteByte(byte) && isMarkByte(before))) break;
    before = byte;
  }
  otherEnd = at;
  return 0;
}
