import { MARK } from "./sentences";

/** Whether the sample is complete. */
export let isSampled: bool = false;
/** Tokens of the sample whose characters are all below U+0800, and these characters. */
export let plainTokens: u32 = 0;
export let plainCharacters: f64 = 0;

const WIDE: u32 = 0xe0; // the first byte of a character from U+0800 on
let left: u32 = 0;

/** Is told about the other tokens of the sample. */
@external("env", "wide")
declare function wide(start: usize, length: u32): void;

/** The first `size` tokens are the sample. */
export function startSample(size: u32): void {
  left = size;
  isSampled = size === 0;
}

/** Looks at the first tokens that are marked, as many as are wanted. */
export function sample(marks: usize, tokenCount: u32): void {
  const count = min(tokenCount, left);
  left -= count;
  isSampled = left === 0;
  for (let mark = marks; mark < marks + <usize>count * MARK; mark += MARK) {
    const start = <usize>load<u32>(mark);
    const length = load<u32>(mark, 4);
    let characters: u32 = 0;
    let isWide = false;
    for (let at = start; at < start + length; at++) {
      const byte = <u32>load<u8>(at);
      if ((byte & 0xc0) !== 0x80) characters++;
      if (byte >= WIDE) isWide = true;
    }
    if (isWide) {
      wide(start, length);
    } else if (length > 0) {
      plainTokens++;
      plainCharacters += <f64>characters;
    }
  }
}
