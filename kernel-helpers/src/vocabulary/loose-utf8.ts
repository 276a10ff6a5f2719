// UTF-8 that also has halves of characters, three bytes each, so that every string has its own bytes ("WTF-8", Sapin 2016): a word of
// a list of tokens may be any string.

/** Writes a string from `at` on, at most three bytes for each UTF-16 unit; returns where it ends. */
export function writeString(bytes: Uint8Array, at: number, text: string): number {
  let to = at;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[to++] = unit;
      continue;
    }
    const code = text.codePointAt(i) as number;
    if (code < 0x800) bytes[to++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[to++] = 0xe0 | (code >> 12);
      else {
        i++;
        bytes[to++] = 0xf0 | (code >> 18);
        bytes[to++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[to++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[to++] = 0x80 | (code & 63);
  }
  return to;
}

/** The string of the bytes from `start` to `end`, which `writeString` or UTF-8 made. */
export function readString(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; ) {
    const byte = bytes[at++] as number;
    const more = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    let code = more === 0 ? byte : byte & (63 >> more);
    for (let i = 0; i < more; i++) code = (code << 6) | ((bytes[at++] as number) & 63);
    text += String.fromCodePoint(code);
  }
  return text;
}
