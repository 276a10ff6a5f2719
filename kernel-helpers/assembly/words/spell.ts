import { larger } from "./memory";
import { ranked } from "./rank";
import { LENGTH, LETTERS } from "./table";

/** Where `spell` puts letters, and behind how many UTF-16 units each word ends, uint32 each. */
export let letters: usize = 0;
export let ends: usize = 0;

let lettersRoom: usize = 0;
let endsRoom: usize = 0;

/**
 * Puts the letters of the listed words from place `from` up to `to` one behind the other. Returns their bytes, or -1 if there is half a character
 * among them, so that they are not UTF-8.
 */
export function spell(from: u32, to: u32): i32 {
  const first = ranked + (<usize>from << 2);
  const end = ranked + (<usize>to << 2);
  let bytes: u64 = 0;
  for (let at = first; at < end; at += 4) bytes += load<u32>(load<u32>(at), LENGTH);
  if (bytes > <u64>lettersRoom) {
    letters = larger(letters, lettersRoom, bytes + 64);
    lettersRoom = <usize>bytes + 64;
  }
  if (end - first > endsRoom) {
    ends = larger(ends, endsRoom, end - first + 64);
    endsRoom = end - first + 64;
  }
  let into = letters;
  let units: u32 = 0;
  for (let at = first; at < end; at += 4) {
    const entry = <usize>load<u32>(at);
    const length = load<u32>(entry, LENGTH);
    for (let letter = entry + LETTERS; letter < entry + LETTERS + length; letter++) {
      const byte = <u32>load<u8>(letter);
      if (byte === 0xed && load<u8>(letter, 1) >= 0xa0) return -1;
      if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2;
    }
    memory.copy(into, entry + LETTERS, length);
    into += length;
    store<u32>(ends + (at - first), units);
  }
  return <i32>bytes;
}
