/**
 * Throws RangeError if a text in UTF-8 ends inside a character.
 *
 * @example
 * requireWholeCharacters(Uint8Array.of(0x61, 0xc3, 0xa9)); // undefined
 */
export function requireWholeCharacters(text: Uint8Array): void {
  let start = text.length - 1;
  while (start > 0 && start > text.length - 4 && isNext(text[start] as number)) start--;
  const first = text[start] ?? 0;
  const size = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (start + size <= text.length) return;
  throw new RangeError(
    `Cannot add a text as it must end with a whole character in UTF-8: its ${text.length} bytes end inside one, which begins at byte ${start}. ` +
      "Remedy: divide a text between characters, such as behind a line end",
  );
}

/** Whether a byte goes on with a character. */
function isNext(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
