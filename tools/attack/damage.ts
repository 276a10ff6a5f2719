import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";

/** The file with one to four changes: bytes replaced, removed, doubled or put in, or its end cut. */
export function damaged(whole: Uint8Array, random: Random): Uint8Array {
  let bytes: Buffer = Buffer.from(whole);
  for (let changes = randomBelow(4, random) + 1; changes > 0; changes--) {
    const at = randomBelow(bytes.length + 1, random);
    const length = randomBelow(8, random) + 1;
    const byte = (): number => SPECIAL[randomBelow(SPECIAL.length, random)] ?? randomBelow(256, random);
    const put = (removed: number, added: readonly number[] | Uint8Array): Buffer =>
      Buffer.concat([bytes.subarray(0, at), Buffer.from(added), bytes.subarray(at + removed)]);
    const kinds: readonly (() => Buffer)[] = [
      () => put(1, [byte()]),
      () => put(length, []),
      () => put(0, bytes.subarray(at, at + length)),
      () => put(0, Array.from({ length }, byte)),
      () =>
        put(
          length,
          Array.from({ length }, () => 0x39),
        ), // digits: large numbers
      () => bytes.subarray(0, at),
    ];
    bytes = kinds[randomBelow(kinds.length, random)]?.() ?? bytes;
  }
  return new Uint8Array(bytes);
}

/** Bytes that mean something in one of the formats. */
const SPECIAL = [0, 9, 10, 13, 32, 0x2d, 0x2e, 0x30, 0x65, 0x7f, 0x80, 0xc3, 0xe8, 0xef, 0xff];
