import { allocate } from "./memory";

// CRC-32C as in src/base/crc32c.ts: what stands here as `sum` is the complement of the checksum.

/** The effect of a byte 0 to 7 bytes before the end of eight, shape (8, 256). */
let table: usize = 0;

/** Makes the table; call it first. */
export function makeChecksumTable(): void {
  table = allocate(8192);
  for (let byte: u32 = 0; byte < 256; byte++) {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >> 1) ^ 0x82f63b78 : rest >> 1;
    store<u32>(table + (<usize>byte << 2), rest);
  }
  for (let at = table + 1024; at < table + 8192; at += 4) {
    const rest = load<u32>(at - 1024);
    store<u32>(at, (rest >> 8) ^ effect(0, rest));
  }
}

/** The effect of the lowest byte of `bits`, so many bytes before the end. */
@inline
function effect(before: usize, bits: u32): u32 {
  return load<u32>(table + (before << 10) + (<usize>(bits & 255) << 2));
}

/** Adds a byte. */
@inline
export function withByte(sum: u32, byte: u32): u32 {
  return effect(0, sum ^ byte) ^ (sum >> 8);
}

/** Adds the bytes of a word; half of a character, which UTF-8 does not have, counts as U+FFFD, as TextEncoder writes it. */
export function withWord(before: u32, start: usize, length: u32): u32 {
  let sum = before;
  for (let at = start; at < start + length; at++) {
    if (load<u8>(at) === 0xed && load<u8>(at, 1) >= 0xa0) {
      sum = withByte(withByte(withByte(sum, 0xef), 0xbf), 0xbd);
      at += 2;
    } else sum = withByte(sum, load<u8>(at));
  }
  return sum;
}

/** Adds the four bytes of a number. */
@inline
export function withInt(sum: u32, int: u32): u32 {
  const mixed = sum ^ int;
  return effect(3, mixed) ^ effect(2, mixed >> 8) ^ effect(1, mixed >> 16) ^ effect(0, mixed >> 24);
}

/** Adds `count` numbers, eight bytes at a time (Kounavis and Berry 2005, "slicing"). */
@inline
export function withInts(before: u32, start: usize, count: u32): u32 {
  let sum = before;
  let at = start;
  for (let left = count >> 1; left > 0; left--) {
    const mixed = sum ^ load<u32>(at);
    const next = load<u32>(at, 4);
    sum =
      effect(7, mixed) ^ effect(6, mixed >> 8) ^ effect(5, mixed >> 16) ^ effect(4, mixed >> 24) ^
      effect(3, next) ^ effect(2, next >> 8) ^ effect(1, next >> 16) ^ effect(0, next >> 24);
    at += 8;
  }
  return count & 1 ? withInt(sum, load<u32>(at)) : sum;
}
