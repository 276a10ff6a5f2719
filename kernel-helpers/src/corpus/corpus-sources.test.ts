import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isCorpusPath } from "./corpus-files.ts";
import { corpusSentences } from "./corpus-sentences.ts";
import { type CorpusOptions, type CorpusProgress, corpusTexts } from "./corpus-texts.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "corpus-sources-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

async function all(source: string, options?: CorpusOptions): Promise<string[]> {
  const sentences: string[] = [];
  for await (const sentence of corpusSentences(source, options)) sentences.push(sentence);
  return sentences;
}

/** Writes a file below the folder and returns its path. */
function file(name: string, ...parts: readonly (string | Uint8Array | number[])[]): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  return path;
}

const BOM = [0xef, 0xbb, 0xbf];
const lines = (...values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");

test("an address is told to be none of what a corpus can be", async () => {
  await expect(all("https://example.org/texts.txt")).rejects.toThrow(
    "Cannot read the corpus https://example.org/texts.txt: it must be a file, a folder or a data set, and this is an address. " +
      "Remedy: load it first, for example with curl -LO https://example.org/texts.txt, and give the path of the file",
  );
});

describe("gzip", () => {
  test("is unpacked, also several members, a byte order mark, CRLF, and whatever the name is", async () => {
    const two = [gzipSync(Buffer.from([...BOM, ...Buffer.from("One. Two\r\nthr")])), gzipSync("ee\n")];
    for (const name of ["a.txt.gz", "a.GZ", "named-wrongly.txt"]) {
      expect(await all(file(name, ...two))).toEqual(["One.", "Two", "three"]);
    }
  });

  test.each([
    [
      "cut",
      gzipSync("some text ".repeat(1000)).subarray(0, -9),
      "its gzip data end too early. Remedy: get the whole",
    ],
    [
      "cut in the second member",
      Buffer.concat([gzipSync("a\n"), gzipSync("b\n").subarray(0, 5)]),
      "end too early",
    ],
    [
      "damaged",
      Uint8Array.from(gzipSync("some text")).fill(7, -6, -5),
      "its gzip data are damaged: incorrect data check. Remedy: ",
    ],
    ["none", "plain", "its name ends in .gz, but it does not begin as gzip's files do. Remedy: rename it"],
  ])("that is %s is refused", async (_, bytes, message) => {
    const path = file("a.txt.gz", bytes);
    await expect(all(path)).rejects.toThrow(message);
    await expect(all(path)).rejects.toThrow(path);
  });

  test("with bytes that are not UTF-8 is refused with the byte of the unpacked text", async () => {
    const path = file("a.gz", gzipSync(Buffer.from([0x67, 0x67, 0xfc, 0x0a])));
    await expect(all(path)).rejects.toThrow(`Cannot read the corpus ${path}: it is not UTF-8 at byte 2.`);
    expect(await all(path, { encodingErrors: "replace" })).toEqual(["gg\ufffd"]);
  });

  test("that becomes a thousand times as much is read in little memory", async () => {
    const path = file("bomb.gz", ...new Array(8).fill(gzipSync(Buffer.alloc(1 << 24, "word "))));
    let [most, letters] = [0, 0];
    const before = process.memoryUsage().arrayBuffers;
    for await (const batch of corpusTexts(path)) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      letters += batch.reduce((sum, sentence) => sum + sentence.length, 0);
    }
    expect(letters).toBeGreaterThan(1.3e8);
    expect(most).toBeLessThan(64e6);
  });
});

test("other ways to compress are refused with the program that unpacks them", async () => {
  const path = file("a.txt.xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4]);
  await expect(all(path)).rejects.toThrow(`it is compressed. Remedy: unxz < ${path} > unpacked.txt`);
});

describe("JSONL", () => {
  test("gives the sentences of a field, in .jsonl, .ndjson and .gz, with CRLF, blank lines and a byte order mark", async () => {
    const text = lines(
      { id: 1, text: "One. Two\nthree" },
      { text: "" },
      { text: "vier\u{1f600}" },
    ).replaceAll("\n", "\r\n");
    const bytes = Buffer.concat([Buffer.from(BOM), Buffer.from(`${text}\r\n  \n`)]);
    const wanted = ["One.", "Two", "three", "vier\u{1f600}"];
    expect(await all(file("a.jsonl", bytes))).toEqual(wanted);
    expect(await all(file("a.ndjson", bytes))).toEqual(wanted);
    expect(await all(file("a.jsonl.gz", gzipSync(bytes)))).toEqual(wanted);
    expect(await all(file("b.jsonl", lines({ body: "x y" })), { field: "body" })).toEqual(["x y"]);
  });

  test.each([
    [
      "no JSON",
      `${lines({ text: "a" })}{"text": "b\n`,
      {},
      'line 2 is not JSON: {"text": "b. Remedy: one JSON object',
    ],
    [
      "no such field",
      lines({ title: "a", body: "b", n: 1 }),
      {},
      'line 1 has no text in its field "text". Remedy: name the field by field; this line has texts in title, body',
    ],
    [
      "a field of the prototype",
      lines({ a: "b" }),
      { field: "constructor" },
      'no text in its field "constructor"',
    ],
    [
      "a number",
      lines({ text: 3 }),
      {},
      'line 1 has no text in its field "text". Remedy: one object with a text',
    ],
    ["no object", "\n\n3\n", {}, "line 3 has no text"],
    [
      "U+0000",
      lines({ text: "a" }, { text: "b\0c" }),
      {},
      'line 2 has the character U+0000 in its field "text"',
    ],
    ["only blank lines", "\n \n", {}, "it has no text, only white space"],
  ])("with %s is refused, with the line", async (_, text, options, message) => {
    await expect(all(file("a.jsonl", text), options)).rejects.toThrow(message);
  });

  test("numbers lines across parts, and takes a line of 20 MB, whose text is divided", async () => {
    const long = "word ".repeat(4_000_000);
    const path = file("a.jsonl", lines({ text: "first" }, { text: long }, { text: "last" }), "?");
    await expect(all(path)).rejects.toThrow("line 4 is not JSON: ?");
    const sentences = await all(file("b.jsonl", lines({ text: "first" }, { text: long }, { text: "last" })));
    expect([sentences[0], sentences.at(-1)]).toEqual(["first", "last"]);
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.join(" ").split(" ")).toHaveLength(4_000_002);
  });
});

test.each([
  ["a.txt", "some words\n"],
  ["a.jsonl", '{"text": "some words"}\n'],
])("a file %s that becomes shorter while it is read is an error", async (name, line) => {
  const path = file(name, line.repeat(1e7 / line.length)); // more than is read at once
  const { size } = statSync(path);
  const read = async (): Promise<void> => {
    for await (const _ of corpusTexts(path)) truncateSync(path, size - 1000 * line.length);
  };
  await expect(read()).rejects.toThrow(
    `Cannot read the corpus ${path}: it changed while it was read: it had `,
  );
});

describe("a folder", () => {
  test("gives all its texts in the order of their paths, each with its own byte order mark, and names the others once", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    file("b.txt", BOM, "b");
    file("a/z.txt", BOM, "z without a line end");
    file("a/y.jsonl.gz", gzipSync(lines({ text: "y" })));
    file("c.txt.gz", gzipSync("c"));
    file("d.jsonl", lines({ text: "d" }));
    file("empty.txt");
    for (const name of ["1.pdf", "2.csv", "3", ".hidden", "5.md"]) file(name, "no");
    if (process.platform !== "win32") symlinkSync(folder, join(folder, "circle"));
    const wanted = ["y", "z without a line end", "b", "c", "d"];
    expect(await all(folder)).toEqual(wanted);
    expect(warn.mock.calls).toEqual([[`warning: left out of ${folder}: .hidden, 1.pdf, 2.csv and 2 more`]]);
    expect(await all(`${folder}/`)).toEqual(wanted);
  });

  test("without texts is refused", async () => {
    await expect(all(folder)).rejects.toThrow(
      "the folder must have files whose names end in .txt, .txt.gz, .jsonl or .jsonl.gz, but it is empty. Remedy: ",
    );
    file("a.pdf", "no");
    await expect(all(folder)).rejects.toThrow(
      "but it has only a.pdf. Remedy: check the path, or rename the texts",
    );
    file("a.txt", " \n");
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await expect(all(folder)).rejects.toThrow(
      `Cannot read the corpus ${folder}: it has no text, only white space`,
    );
  });

  test("with a wrong byte is refused with the file and the byte in it", async () => {
    file("a.txt", "fine\n");
    const wrong = file("b.txt", "ab", [0xff]);
    await expect(all(folder)).rejects.toThrow(`Cannot read the corpus ${wrong}: it is not UTF-8 at byte 2.`);
  });
});

test("a missing file is named at once, with what helps", async () => {
  const path = join(folder, "none.txt");
  await expect(all(path)).rejects.toThrow(`Cannot open ${path}: no such file. Remedy: check the path`);
});

test("npm: names a file of an installed package, and says what is wrong with another name", async () => {
  expect((await all("npm:typescript/README.md")).join(" ")).toContain(
    "is a language for application-scale JavaScript",
  );
  await expect(all("npm:nobody-has-this/a.txt")).rejects.toThrow(
    "is not installed. Remedy: npm install nobody-has-this",
  );
  await expect(all("npm:typescript/none.txt")).rejects.toThrow("none.txt: no such file");
  for (const name of ["npm:typescript", "npm:typescript/../x.txt", "npm:../x/y.txt", "npm:/etc/passwd"]) {
    await expect(all(name)).rejects.toThrow("as it must be a package and the path of a file in it");
  }
});

test.skipIf(process.platform === "win32")("a pipe is read as it comes", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const writer = spawn("sh", ["-c", 'echo "One." > "$0"', pipe]);
  const ended = new Promise((resolve) => writer.once("close", resolve));
  expect(await all(pipe)).toEqual(["One."]);
  await ended;
});

test("corpusTexts() tells how many bytes it has read, compressed ones where they are, and how many there are", async () => {
  file("a.txt", "word\n".repeat(200_000));
  const packed = gzipSync("word\n".repeat(200_000));
  file("b.txt.gz", packed);
  const seen: CorpusProgress[] = [];
  for await (const _ of corpusTexts(folder, { onProgress: (progress) => seen.push(progress) }));
  const totalBytes = 1_000_000 + packed.length;
  expect(seen.every((progress) => progress.totalBytes === totalBytes)).toBe(true);
  expect(seen.length).toBeGreaterThan(4);
  expect(seen.at(-1)).toEqual({ bytes: totalBytes, totalBytes });
});

test.each([
  ["sotu", false],
  ["-", false],
  ["npm:a/b.txt", false],
  ["./sotu", true],
  ["a.txt", true],
  ["C:\\a", true],
])("isCorpusPath() of %s is %s", (source, expected) => {
  expect(isCorpusPath(source)).toBe(expected);
});
