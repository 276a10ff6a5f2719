const LARGE = 1 << 20; // bytes

/**
 * What is wrong with the JSON of a header, in words, if it has far more lists and objects than a training writes, undefined
 * otherwise: those of two bytes would need many times the memory of the file; those of a training have 10 and more.
 */
export function problemOfLists(header: Uint8Array): string | undefined {
  if (header.length < LARGE) return undefined;
  let lists = 0;
  let inText = false;
  for (let at = 0; at < header.length; at++) {
    const byte = header[at];
    if (byte === 0x22)
      inText = !inText; // "
    else if (inText)
      at += byte === 0x5c ? 1 : 0; // a word may have brackets; behind \ a " ends no text
    else if (byte === 0x5b || byte === 0x7b) lists += 1; // [ and {
  }
  if (lists * 8 <= header.length) return undefined;
  return `its header of ${header.length} bytes has ${lists} lists and objects, more than a training writes`;
}
