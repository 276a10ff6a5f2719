import { allocate } from "./memory";

// What a character is, as TypeScript finds it by the tokenizer's own rules: its kind in the upper byte, below it the character
// that stands for it in a token. 0 for characters of which nobody has asked yet. Characters beyond 0xffff are OTHER.

export const OTHER: u32 = 1;
export const SEPARATOR: u32 = 2;
export const WHITE: u32 = 3;
export const LETTER: u32 = 4;
export const JOINER: u32 = 5;

const BYTES = 0x40000;
/** The table: uint32 for each character up to 0xffff. */
export let kinds: usize = 0;

/** Makes the table. */
export function openKinds(): void {
  kinds = allocate(BYTES);
}

/** Empties the table, for the rules of another tokenizer. */
export function forgetKinds(): void {
  memory.fill(kinds, 0, BYTES);
}

/** Fills the table for this character, at least. */
@external("env", "classify")
declare function classify(character: u32): void;

/** The entry of a character. */
@inline
export function kindOf(character: u32): u32 {
  const kind = load<u32>(kinds + ((<usize>character) << 2));
  return kind > 0 ? kind : asked(character);
}

function asked(character: u32): u32 {
  classify(character);
  return load<u32>(kinds + ((<usize>character) << 2));
}

/** Bytes of the character that begins with this byte, in UTF-8. */
@inline
export function sizeOf(byte: u32): usize {
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** The entry of the character at this place. */
@inline
export function kindAt(at: usize): u32 {
  const byte = <u32>load<u8>(at);
  if (byte < 0x80) return kindOf(byte);
  if (byte < 0xe0) return kindOf(((byte & 31) << 6) | (load<u8>(at, 1) & 63));
  if (byte >= 0xf0) return OTHER << 24;
  return kindOf(((byte & 15) << 12) | ((<u32>load<u8>(at, 1) & 63) << 6) | (load<u8>(at, 2) & 63));
}

/** Writes a character as UTF-8, and returns where it ends. */
@inline
export function writeCharacter(at: usize, character: u32): usize {
  if (character < 0x80) {
    store<u8>(at, character);
    return at + 1;
  }
  if (character < 0x800) {
    store<u8>(at, 0xc0 | (character >> 6));
    store<u8>(at, 0x80 | (character & 63), 1);
    return at + 2;
  }
  store<u8>(at, 0xe0 | (character >> 12));
  store<u8>(at, 0x80 | ((character >> 6) & 63), 1);
  store<u8>(at, 0x80 | (character & 63), 2);
  return at + 3;
}
