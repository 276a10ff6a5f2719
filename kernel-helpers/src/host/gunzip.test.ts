import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { gunzip as gunzipInPage } from "./gunzip.browser.ts";
import { gunzip } from "./gunzip.node.ts";

/** Parts of seven bytes in one memory, as the host gives them. */
async function* parts(bytes: Uint8Array, closed: () => void = () => {}): AsyncGenerator<Uint8Array> {
  const memory = new Uint8Array(7);
  try {
    for (let at = 0; at < bytes.length; at += 7) {
      const part = bytes.subarray(at, at + 7);
      memory.set(part);
      yield memory.subarray(0, part.length);
    }
  } finally {
    closed();
  }
}

describe.each([
  ["gunzip() in Node", gunzip],
  ["gunzip() in a page", gunzipInPage],
])("%s", (_, unpack) => {
  async function all(bytes: Uint8Array): Promise<string> {
    const found: Uint8Array[] = [];
    for await (const part of unpack("a.gz", parts(bytes))) found.push(part.slice());
    return Buffer.concat(found).toString();
  }

  test("unpacks parts that use one memory", async () => {
    const text = Array.from({ length: 5000 }, (_, i) => i).join(" ");
    expect(await all(gzipSync(text))).toBe(text);
  });

  // each is a byte longer than the one before, so that one of them ends at each place of a part of seven bytes
  const texts = Array.from({ length: 7 }, (_, i) => "abcdefg".slice(0, i));
  const members = texts.map((text) => gzipSync(text));

  test("unpacks several members, wherever one of them ends", async () => {
    expect(new Set(members.map(({ length }) => length % 7)).size).toBe(7);
    for (const [i, member] of members.entries()) {
      expect(await all(Buffer.concat([member, ...members]))).toBe(texts[i] + texts.join(""));
    }
  });

  test("ends at zero bytes behind a member, with which some programs fill a block", async () => {
    for (const zeros of [1, 7, 20]) {
      const filled = Buffer.concat([...members, Buffer.alloc(zeros)]);
      expect(await all(filled)).toBe(texts.join(""));
    }
  });

  test.each([
    ["one member", [gzipSync("some text")]],
    ["several members", [...members, gzipSync("some text")]],
  ])("refuses %s cut anywhere in the last one, and names the file", async (_, parts) => {
    const whole = Buffer.concat(parts);
    const last = (parts.at(-1) as Buffer).length;
    for (let left = whole.length - last + 3; left < whole.length; left++) {
      await expect(all(whole.subarray(0, left))).rejects.toThrow(
        "Cannot read a.gz: its gzip data end too early. Remedy: get the whole file again",
      );
    }
  });

  test.each([
    ["its check sum", 6, "incorrect data check"],
    ["its length", 2, "incorrect length check"],
  ])("refuses a member that is damaged at %s", async (_, fromEnd, why) => {
    const packed = gzipSync("some text");
    const damaged = Uint8Array.from(packed).fill(7, -fromEnd, 1 - fromEnd);
    const expected = `Cannot read a.gz: its gzip data are damaged: ${why}`;
    await expect(all(damaged)).rejects.toThrow(expected);
    await expect(all(Buffer.concat([damaged, packed]))).rejects.toThrow(expected);
    await expect(all(Buffer.concat([packed, damaged]))).rejects.toThrow(expected);
  });

  test("refuses other bytes behind a member", async () => {
    const behind = Buffer.concat([gzipSync("some text"), Buffer.from("not gzip's bytes")]);
    await expect(all(behind)).rejects.toThrow(
      "Cannot read a.gz: its gzip data are damaged: incorrect header check",
    );
  });

  test("passes on an error of the file", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield gzipSync("some text").subarray(0, 12);
      throw new Error("Cannot read a.gz: the disk is gone");
    }
    const unpacking = unpack("a.gz", broken());
    await expect(unpacking.next()).rejects.toThrow("Cannot read a.gz: the disk is gone");
  });

  test("unpacks what becomes a thousand times as much in small parts", async () => {
    const packed = gzipSync(Buffer.alloc(64 * 2 ** 20));
    async function* whole(): AsyncGenerator<Uint8Array> {
      yield packed;
    }
    const lengths: number[] = [];
    for await (const part of unpack("a.gz", whole())) lengths.push(part.length);
    expect(lengths.reduce((sum, length) => sum + length)).toBe(64 * 2 ** 20);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(2 ** 18);
  });

  test("closes the file when nobody wants more of it", async () => {
    let closed = 0;
    for await (const _ of unpack(
      "a.gz",
      parts(gzipSync("text ".repeat(1e6)), () => closed++),
    ))
      break;
    await expect.poll(() => closed).toBe(1);
  });
});
