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

  test("refuses what is cut or damaged, and names the file", async () => {
    const packed = gzipSync("some text");
    await expect(all(packed.subarray(0, -3))).rejects.toThrow("Cannot read a.gz: its gzip data");
    await expect(all(Uint8Array.from(packed).fill(7, -6, -5))).rejects.toThrow(
      "Cannot read a.gz: its gzip data are damaged",
    );
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
