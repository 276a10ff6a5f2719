/** Table k gives the effect of a byte that stands k bytes before the end of four: shape (4, 256), row by row. */
const table = new Int32Array(1024);
for (let byte = 0; byte < 256; byte++) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1;
  table[byte] = rest;
}
for (let at = 256; at < 1024; at++) {
  const rest = table[at - 256] as number;
  table[at] = (rest >>> 8) ^ (table[rest & 255] as number);
}

/**
 * The checksum CRC-32C of bytes (Castagnoli 1993; RFC 3720, appendix B.4), a whole number below 2^32. `before` is the
 * checksum of what stood before them. It finds damage, not forgery.
 *
 * @example
 * crc32c(Uint8Array.of(49, 50, 51, 52, 53, 54, 55, 56, 57)); // 0xe3069283
 */
export function crc32c(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (let i = 0; i < bytes.length; i++) {
    sum = (table[(sum ^ (bytes[i] as number)) & 255] as number) ^ (sum >>> 8);
  }
  return ~sum >>> 0;
}

/**
 * The checksum `crc32c` of the first `count` numbers as bytes, little-endian, with one look at four tables for four bytes
 * (Kounavis and Berry 2005, "slicing").
 *
 * @example
 * crc32cOfInts(Int32Array.of(1, 2), 2); // crc32c(Uint8Array.of(1, 0, 0, 0, 2, 0, 0, 0))
 */
export function crc32cOfInts(ints: Int32Array, count: number, before = 0): number {
  let sum = ~before;
  for (let i = 0; i < count; i++) {
    const mixed = sum ^ (ints[i] as number);
    sum =
      (table[768 + (mixed & 255)] as number) ^
      (table[512 + ((mixed >>> 8) & 255)] as number) ^
      (table[256 + ((mixed >>> 16) & 255)] as number) ^
      (table[mixed >>> 24] as number);
  }
  return ~sum >>> 0;
}
