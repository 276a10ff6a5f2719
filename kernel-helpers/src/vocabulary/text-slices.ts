const SLICE = 1 << 18;
const NEWLINE = 10;

/** A text in UTF-8 in slices of whole lines, of 256 KiB at most where a line has not more. */
export function* textSlices(text: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < text.length; ) {
    const end = sliceEnd(text, start);
    yield text.subarray(start, end);
    start = end;
  }
}

function sliceEnd(text: Uint8Array, start: number): number {
  if (text.length - start <= SLICE) return text.length;
  const before = text.lastIndexOf(NEWLINE, start + SLICE - 1) + 1;
  if (before > start) return before;
  return text.indexOf(NEWLINE, start + SLICE) + 1 || text.length;
}
