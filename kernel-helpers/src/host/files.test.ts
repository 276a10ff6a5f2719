import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFile, readWhole } from "./files.node.ts";
import { host } from "./host.node.ts";
import { fileError, systemReason } from "./system-error.node.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-files-"));
  writeFileSync(join(folder, "file"), "0123456789");
  mkdirSync(join(folder, "folder"));
  symlinkSync("loop", join(folder, "loop"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** All parts as texts, which are copies: a part is valid until the next one is asked for. */
async function texts(path: string, partSize: number): Promise<string[]> {
  const found: string[] = [];
  for await (const part of (await openFile(path, partSize)).parts()) found.push(Buffer.from(part).toString());
  return found;
}

test("openFile() gives a file in parts, again from its start at each call, with its size", async () => {
  const path = join(folder, "file");
  expect(await texts(path, 4)).toEqual(["0123", "4567", "89"]);
  expect(await texts(path, 5)).toEqual(["01234", "56789"]);
  const file = await openFile(path, 4);
  for (let i = 0; i < 2; i++) {
    const parts = file.parts();
    expect(Buffer.from((await parts.next()).value).toString()).toBe("0123");
    await parts.return(undefined);
  }
  expect(file.size).toBe(10);
});

test("readWhole() reads a file that is too large for one piece in parts", async () => {
  const path = join(folder, "file");
  for (const onePiece of [9, 10]) {
    const bytes = await readWhole(path, onePiece);
    expect(Buffer.from(bytes).toString()).toBe("0123456789");
  }
});

test.runIf(process.platform === "linux")("readWhole() gives up a device that never ends", async () => {
  await expect(readWhole("/dev/zero")).rejects.toThrow(
    "Cannot read /dev/zero as a whole: it is a device that has not ended after 64 MiB. Remedy: name a file",
  );
  expect(await readWhole("/dev/null")).toHaveLength(0);
});

test.runIf(process.platform === "linux")(
  "openFile() knows the size of a file that says it has none",
  async () => {
    const file = await openFile("/proc/version", 8);
    let bytes = 0;
    for await (const part of file.parts()) bytes += part.length;
    expect(bytes).toBeGreaterThan(8);
    expect(file.size).toBe(bytes);
  },
);

test.skipIf(process.platform === "win32")(
  "openFile() reads a pipe, which has no size, and can read it twice",
  async () => {
    const path = join(folder, "pipe");
    execFileSync("sh", ["-c", `mkfifo "${path}"`]);
    spawn("sh", ["-c", `printf abcdef > "${path}"`]);
    const file = await openFile(path, 4);
    for (let i = 0; i < 2; i++) {
      const found: string[] = [];
      for await (const part of file.parts()) found.push(Buffer.from(part).toString());
      expect([file.size, ...found]).toEqual([6, "abcd", "ef"]);
    }
  },
);

describe("what the system says is translated, with a remedy, if", () => {
  const bytes = Uint8Array.of(1);
  test.each([
    [
      "a file is missing",
      "open",
      () => host.read(join(folder, "none")),
      "no such file. Remedy: check the path",
    ],
    ["a folder is read", "open", () => host.read(folder), "it is a folder. Remedy: "],
    ["a folder is opened", "open", () => host.open(folder), "it is a folder. Remedy: "],
    ["a folder is written", "write", () => host.write(join(folder, "folder"), bytes), "Remedy: "],
    [
      "a file is in the place of a folder",
      "write",
      () => host.write(join(folder, "file/x"), bytes),
      "Remedy: ",
    ],
    [
      "a name is too long",
      "write",
      () => host.write(join(folder, "x".repeat(300)), bytes),
      "name is too long",
    ],
    ["links form a circle", "open", () => host.read(join(folder, "loop")), "its links lead in a circle"],
    ["a path has a zero byte", "open", () => host.read("a\0b"), "contains a zero byte"],
  ])("%s", async (_, action, work, reason) => {
    const error = await work().then(
      () => new Error("nothing failed"),
      (reason: Error) => reason,
    );
    expect(error.message).toContain(reason);
    expect(error.message).toMatch(new RegExp(`^Cannot ${action} [^:]+: [^:]+\\. Remedy: [^:]+$`));
    expect(error.message).not.toMatch(/\bE[A-Z]{3,}|errno|syscall/);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test.runIf(process.platform === "linux")("the disk is full", async () => {
    await expect(host.append("/dev/full", bytes)).rejects.toThrow(
      "Cannot write /dev/full: the disk is full. Remedy: free some space, or choose another place",
    );
  });
});

test("systemReason() knows what the engine says when memory or stack is at its end", () => {
  const endless = (): number => 1 + endless();
  const works = [() => new Float32Array(2 ** 52), () => "x".repeat(2 ** 30), endless];
  for (const work of works) {
    let error: unknown;
    try {
      work();
    } catch (thrown) {
      error = thrown;
    }
    expect(systemReason(error)).toEqual({
      reason: "it needs more memory than there is",
      remedy: expect.any(String),
    });
  }
});

test("fileError() keeps an error that is not the system's, takes other advice, and names an unknown code", () => {
  const own = new RangeError("Cannot count");
  expect(fileError("open", "a.vec", own)).toBe(own);
  const busy = Object.assign(new Error("EMFILE: too many open files"), { code: "EMFILE" });
  expect(fileError("open", "a.vec", busy).message).toBe(
    "Cannot open a.vec: too many files are open. Remedy: close other programs, or raise the limit: ulimit -n 4096",
  );
  expect(fileError("open", "a.vec", busy, "wait").message).toMatch(/open\. Remedy: wait$/);
  const odd = Object.assign(new Error("EODD: odd"), { code: "EODD", path: "a.vec" });
  expect(fileError("write", "a.vec", odd).message).toBe(
    "Cannot write a.vec: the system refuses it (EODD). Remedy: check the path and the disk",
  );
});
