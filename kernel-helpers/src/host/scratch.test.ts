import { mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openScratch, scratchOn } from "./scratch.node.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-scratch-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("openScratch() gives a file that keeps what is appended and written, and says how much it read", () => {
  const file = openScratch(folder);
  file.append(Uint8Array.of(1, 2, 3));
  file.append(Uint8Array.of(4, 5));
  file.write(1, Uint8Array.of(9, 8));
  const found = new Uint8Array(6);
  expect(file.read(0, found)).toBe(5);
  expect([...found]).toEqual([1, 9, 8, 4, 5, 0]);
  expect(file.read(4, found)).toBe(1);
  file.close();
  file.close(); // twice does no harm: the descriptor may belong to another file by then
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.platform === "win32")(
  "openScratch() leaves no name behind, whatever ends the process",
  () => {
    const file = openScratch(folder);
    file.append(Uint8Array.of(1));
    expect(readdirSync(folder)).toEqual([]);
    file.close();
  },
);

test("openScratch() names W2V_SCRATCH if its folder takes no file", () => {
  expect(() => openScratch(join(folder, "none"))).toThrow(
    /^Cannot write the scratch file .*none.*: no file can be made there\. Remedy: free some space, or name a folder with room by W2V_SCRATCH=FOLDER$/,
  );
});

test.skipIf(process.platform !== "linux")("scratchOn() says that the disk is full", () => {
  const full = scratchOn(openSync("/dev/full", "r+"), "/dev/full", () => {});
  expect(() => full.append(Uint8Array.of(1))).toThrow(
    "Cannot write the scratch file /dev/full: the disk is full. Remedy: free some space, or name a folder with room by W2V_SCRATCH=FOLDER",
  );
  full.close();
});
