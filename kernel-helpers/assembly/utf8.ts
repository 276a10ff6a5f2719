// Looks whether bytes are UTF-8, see src/corpus/utf8-check.ts.

/** Where the bytes are put. */
export function place(): usize {
  return (__heap_base + 15) & ~15;
}

/** Makes sure that so many bytes can be put there; returns whether the machine gives them. */
export function makeRoom(bytes: u32): bool {
  const missing = <i64>place() + <i64>bytes + 32 - (<i64>memory.size() << 16);
  return missing <= 0 || memory.grow(<i32>((missing + 0xffff) >> 16)) >= 0;
}

/**
 * How many of the first `bytes` bytes are whole characters in UTF-8, if only the last one is cut off; -1 if there is a zero byte or one
 * that is not UTF-8 (Unicode 16, table 3-7).
 */
export function wholeCharacters(bytes: u32): i32 {
  const start = place();
  const end = start + bytes;
  store<u64>(end, 0); // ends a character that is cut off
  let at = start;
  while (at < end) {
    while (at + 16 <= end) {
      const block = v128.load(at);
      if (i8x16.bitmask(block) !== 0) break;
      if (!i8x16.all_true(block)) return -1;
      at += 16;
    }
    const stop = min(at + 16, end);
    while (at < stop) {
      const byte = <u32>load<u8>(at);
      if (byte === 0) return -1;
      const size: usize = byte < 0x80 ? 1 : sizeAt(at, byte);
      if (size === 0) return at + 3 >= end && isCut(at, end) ? <i32>(at - start) : -1;
      at += size;
    }
  }
  return <i32>(at - start);
}

/** How many bytes the character at this place has, if it has several and they are valid; 0 otherwise. */
function sizeAt(at: usize, byte: u32): usize {
  if (byte < 0xc2 || byte > 0xf4 || !isSecond(byte, load<u8>(at, 1))) return 0;
  if (byte < 0xe0) return 2;
  if (!isNext(load<u8>(at, 2))) return 0;
  if (byte < 0xf0) return 3;
  return isNext(load<u8>(at, 3)) ? 4 : 0;
}

@inline
function isNext(byte: u32): bool {
  return (byte & 0xc0) === 0x80;
}

/** Whether a character may begin with these two bytes: none too long, no halves of characters, none beyond U+10FFFF. */
function isSecond(first: u32, second: u32): bool {
  if (first === 0xe0) return isNext(second) && second >= 0xa0;
  if (first === 0xed) return isNext(second) && second < 0xa0;
  if (first === 0xf0) return isNext(second) && second >= 0x90;
  if (first === 0xf4) return isNext(second) && second < 0x90;
  return isNext(second);
}

/** Whether the bytes from here to the end, at most 3, begin a character and do not end it. */
function isCut(at: usize, end: usize): bool {
  const byte = <u32>load<u8>(at);
  if (byte < 0xc2 || byte > 0xf4) return false;
  const size: usize = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  if (end - at >= size) return false;
  if (end - at > 1 && !isSecond(byte, load<u8>(at, 1))) return false;
  return end - at < 3 || isNext(load<u8>(at, 2));
}
