import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeCharacters } from "./utf8-check.ts";

/** The same by the decoder of the platform. */
function plainly(bytes: Uint8Array): number {
  if (bytes.includes(0)) return -1;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return new TextEncoder().encode(text).length;
  } catch {
    return -1;
  }
}

test("wholeCharacters() accepts and refuses what TextDecoder does, at every end", () => {
  const characters = fc
    .string({ unit: "binary", maxLength: 30 })
    .map((text) => new TextEncoder().encode(text));
  const edges = fc.constantFrom(
    0x7f,
    0x80,
    0x8f,
    0x90,
    0x9f,
    0xa0,
    0xbf,
    0xc0,
    0xc1,
    0xc2,
    0xdf,
    0xe0,
    0xed,
    0xef,
    0xf0,
    0xf4,
    0xf5,
  );
  const bytes = fc
    .array(fc.oneof(edges, fc.integer({ min: 0, max: 255 })), { maxLength: 5 })
    .map((all) => Uint8Array.from(all));
  const parts = fc.array(fc.oneof(characters, bytes, fc.constant(new Uint8Array(17).fill(97))), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(parts, fc.nat({ max: 4 }), (parts, cut) => {
      const all = Uint8Array.from(parts.flatMap((part) => [...part]));
      const some = all.subarray(0, Math.max(0, all.length - cut));
      expect(wholeCharacters(some)).toBe(plainly(some));
    }),
    { numRuns: 1000 },
  );
});

test("wholeCharacters() judges every pair of first bytes as TextDecoder does", () => {
  for (let first = 0; first < 256; first++) {
    for (let second = 0; second < 256; second++) {
      for (const rest of [[], [0x80], [0x80, 0x80]]) {
        const bytes = Uint8Array.of(first, second, ...rest);
        const found = wholeCharacters(bytes);
        if (found !== plainly(bytes)) expect([...bytes, found]).toEqual([...bytes, plainly(bytes)]);
      }
    }
  }
});

test("wholeCharacters() makes room for many bytes", () => {
  const many = new Uint8Array(3e6 + 1).fill(98);
  expect(wholeCharacters(many)).toBe(many.length);
  many[many.length - 1] = 0xe2;
  expect(wholeCharacters(many)).toBe(many.length - 1);
});
