// Bytes of ASCII, one by one and sixteen at a time.

export const NEWLINE: u8 = 10;

/** Whether a byte is white space, as `\s` is. */
@inline
export function isWhiteByte(byte: u32): bool {
  return byte === 32 || byte - 9 < 5;
}

/** Whether a byte ends a sentence before white space. */
@inline
export function isMarkByte(byte: u32): bool {
  return byte === 46 || byte === 33 || byte === 63 || byte === 59; // . ! ? ;
}

/** Whether a byte is a letter. */
@inline
export function isLetterByte(byte: u32): bool {
  return (byte | 32) - 97 < 26;
}

/** Which bytes are this one; here and below, 255 for yes. */
@inline
export function equal(block: v128, byte: u8): v128 {
  return i8x16.eq(block, i8x16.splat(byte));
}

/** Which bytes are white space. */
@inline
export function isWhite(block: v128): v128 {
  return v128.or(equal(block, 32), i8x16.lt_u(i8x16.sub(block, i8x16.splat(9)), i8x16.splat(5)));
}

/** Which bytes end a sentence before white space. */
@inline
export function isMark(block: v128): v128 {
  return v128.or(
    v128.or(equal(block, 46), equal(block, 33)),
    v128.or(equal(block, 63), equal(block, 59)),
  );
}

/** Which bytes are letters; writes them in lower case. */
@inline
export function lowered(at: usize, block: v128): v128 {
  const low = v128.or(block, i8x16.splat(32));
  const letters = i8x16.lt_u(i8x16.sub(low, i8x16.splat(97)), i8x16.splat(26));
  v128.store(at, v128.bitselect(low, block, letters));
  return letters;
}

/** One bit for each of the 64 bytes. */
@inline
export function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16)) |
    (<u64>(<u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16)) << 32)
  );
}
