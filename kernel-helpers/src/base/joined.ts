/**
 * One array of all bytes, in order.
 *
 * @example
 * joined([Uint8Array.of(1), Uint8Array.of(2, 3)]); // Uint8Array.of(1, 2, 3)
 */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
