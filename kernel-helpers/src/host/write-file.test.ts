import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fileError, isFileError } from "./system-error.node.ts";
import { appendTo, requireWritableFile, writeWhole } from "./write-file.node.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const message = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: Error) => error.message,
  );

describe("writeWhole()", () => {
  test("writes the file that a chain of links leads to, and leaves the links", async () => {
    mkdirSync(at("far"));
    writeFileSync(at("far/real.vec"), "old");
    symlinkSync("far/real.vec", at("near.vec"));
    symlinkSync(at("near.vec"), at("link.vec"));
    await writeWhole(at("link.vec"), bytes("new"));
    expect(readFileSync(at("far/real.vec"), "utf8")).toBe("new");
    expect([readlinkSync(at("link.vec")), readlinkSync(at("near.vec"))]).toEqual([
      at("near.vec"),
      "far/real.vec",
    ]);
    expect(readdirSync(at("far"))).toEqual(["real.vec"]);
  });

  test("makes the file that a link leads to if it is missing, with its folder", async () => {
    mkdirSync(at("deep"));
    symlinkSync("../far/real.vec", at("deep/link.vec"));
    symlinkSync(at("deep"), at("shortcut"), "junction");
    await writeWhole(at("shortcut/link.vec"), bytes("new"));
    expect(readFileSync(at("far/real.vec"), "utf8")).toBe("new");
    expect(readlinkSync(at("deep/link.vec"))).toBe("../far/real.vec");
  });

  test("keeps the permissions of a file", async () => {
    writeFileSync(at("mine.vec"), "old");
    chmodSync(at("mine.vec"), 0o640);
    await writeWhole(at("mine.vec"), bytes("new"));
    expect(statSync(at("mine.vec")).mode & 0o777).toBe(0o640);
  });

  test("replaces no file that may not be written, also through a link", async () => {
    writeFileSync(at("precious.vec"), "old");
    chmodSync(at("precious.vec"), 0o444);
    symlinkSync("precious.vec", at("link.vec"));
    for (const name of ["precious.vec", "link.vec"]) {
      expect(await message(writeWhole(at(name), bytes("new")))).toBe(
        `Cannot write ${at(name)}: permission denied. Remedy: change its permissions, or choose another place`,
      );
    }
    expect(readFileSync(at("precious.vec"), "utf8")).toBe("old");
  });

  test("writes names as long as names may be", async () => {
    const name = `${"ü".repeat(125)}.vec`;
    await writeWhole(at(name), bytes("new"));
    expect(readdirSync(folder)).toEqual([name]);
  });

  test.skipIf(!existsSync("/dev/null"))("writes to a device and does not replace it", async () => {
    await writeWhole("/dev/null", bytes("gone"));
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test.skipIf(!existsSync("/dev/full"))("says in words that the disk is full", async () => {
    const words =
      "Cannot write /dev/full: the disk is full. Remedy: free some space, or choose another place";
    expect(await message(writeWhole("/dev/full", bytes("x")))).toBe(words);
    expect(await message(appendTo("/dev/full", bytes("x")))).toBe(words);
  });

  test.each([
    ["a folder", () => at("folder"), "it is a folder. Remedy: name a file"],
    ["a path through a file", () => at("file/x.vec"), "a part of its path is a file, not a folder"],
    ["a circle of links", () => at("circle"), "its links lead in a circle"],
    ["a name that is too long", () => at("x".repeat(300)), "its name is too long"],
  ])("says in words what is wrong with %s, and leaves nothing behind", async (_, path, words) => {
    mkdirSync(at("folder"));
    writeFileSync(at("file"), "kept");
    symlinkSync(at("circle"), at("circle"));
    for (const work of [writeWhole, requireWritableFile]) {
      const said = await message(work(path(), bytes("x")));
      expect(said).toMatch(/^Cannot write /);
      expect(said).toContain(words);
      expect(said).not.toMatch(/E[A-Z]{4,}: /);
    }
    expect(readdirSync(folder).sort()).toEqual(["circle", "file", "folder"]);
    expect(readFileSync(at("file"), "utf8")).toBe("kept");
  });
});

test.skipIf(!existsSync("/proc/self"))(
  "a folder below one that takes none, such as /proc, is refused: Node's mkdir would not end",
  async () => {
    for (const work of [requireWritableFile, (path: string) => writeWhole(path, bytes(""))])
      expect(await message(work("/proc/w2v/a/b.vec"))).toContain("no file can be made there");
  },
);

describe("requireWritableFile()", () => {
  test("accepts a new file, an old one and a link to one, and changes nothing", async () => {
    writeFileSync(at("old.vec"), "old");
    symlinkSync("old.vec", at("link.vec"));
    for (const name of ["old.vec", "link.vec", "new.vec", "a/b/new.vec"]) await requireWritableFile(at(name));
    expect(readdirSync(folder).sort()).toEqual(["a", "link.vec", "old.vec"]);
    expect(readFileSync(at("old.vec"), "utf8")).toBe("old");
  });

  test("refuses a file that may not be written, also through a link, and for the administrator", async () => {
    writeFileSync(at("precious.vec"), "old");
    chmodSync(at("precious.vec"), 0o444);
    symlinkSync("precious.vec", at("link.vec"));
    for (const name of ["precious.vec", "link.vec"]) {
      expect(await message(requireWritableFile(at(name)))).toBe(
        `Cannot write ${at(name)}: permission denied. Remedy: change its permissions, or choose another place`,
      );
    }
  });
});

describe("fileError()", () => {
  test("leaves other errors, and those that are sentences already", () => {
    const bug = new TypeError("x is not a function");
    expect(fileError("write", "a", bug)).toBe(bug);
    const once = fileError("write", "/a", Object.assign(new Error("raw"), { code: "ENOSPC" }));
    expect((once as Error).message).toMatch(/^Cannot write \/a: the disk is full/);
    expect(fileError("open", "b", once)).toBe(once);
    expect([isFileError(once), isFileError(bug), isFileError("ENOSPC")]).toEqual([true, false, false]);
  });
});
