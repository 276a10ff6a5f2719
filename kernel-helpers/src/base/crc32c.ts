const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1;
  return rest;
});

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
