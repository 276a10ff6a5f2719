import fc from "fast-check";
import { expect, test } from "vitest";
import { type ByteSource, type Reading, readBytes, readParts } from "./byte-source.ts";

/** The pieces between zeros, then the last bytes in threes, with the position after each. */
function* pieces(source: ByteSource): Reading<unknown[]> {
  const found: unknown[] = [];
  for (let i = 0; i < 4; i++) {
    const { bytes, end } = yield* source.until(0, 5);
    found.push([...bytes], end, source.position());
  }
  for (let last = 3; last === 3; ) {
    const bytes = yield* source.take(3);
    last = bytes.length;
    found.push([...bytes], source.position());
  }
  return found;
}

const anyBytes = fc.uint8Array({ max: 3, maxLength: 40 });

test("readParts() gives what readBytes() gives, wherever the borders of the parts are", async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, fc.integer({ min: 1, max: 9 }), async (bytes, partSize) => {
      async function* parts(): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < bytes.length; at += partSize) yield bytes.slice(at, at + partSize);
      }
      expect(await readParts(bytes.length, parts(), pieces)).toEqual(readBytes(bytes, pieces));
    }),
  );
});

test("until() stops at the end of the file and at the longest piece, which is not passed", () => {
  expect(readBytes(Uint8Array.of(7, 0, 8, 9), pieces).slice(0, 6)).toEqual([
    [7],
    "found",
    2,
    [8, 9],
    "file",
    4,
  ]);
  expect(readBytes(new Uint8Array(9).fill(1), pieces).slice(0, 6)).toEqual([
    [1, 1, 1, 1, 1],
    "long",
    0,
    [1, 1, 1, 1, 1],
    "long",
    0,
  ]);
});

test("readParts() asks for no part that it does not need, and ends the parts, also after an error", async () => {
  let [asked, ended] = [0, 0];
  async function* parts(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        asked++;
        yield Uint8Array.of(1, 0);
      }
    } finally {
      ended++;
    }
  }
  const first = await readParts(100, parts(), function* (source) {
    return (yield* source.take(3)).length;
  });
  expect([first, asked, ended]).toEqual([3, 2, 1]);
  const failing = readParts(100, parts(), function* (source): Reading<void> {
    yield* source.take(1);
    throw new RangeError("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(ended).toBe(2);
});
