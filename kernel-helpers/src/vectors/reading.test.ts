import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import { decodeWord2vecBinary } from "./binary-format.ts";
import { readVectors } from "./files.ts";
import { decimalIn } from "./float-text.ts";
import { accepted, asBinary, asText, type Content, fileOf, refused } from "./reading.suite.ts";
import { decodeWord2vecText } from "./text-format.ts";

let warnings: MockInstance<typeof console.warn>;
beforeEach(() => {
  warnings = vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

const formats = [
  { name: "text" as const, make: asText, decode: decodeWord2vecText, path: "some.vec" },
  { name: "binary" as const, make: asBinary, decode: decodeWord2vecBinary, path: "some.bin" },
];

describe.each(formats)("a file in the $name format with", ({ name, make, decode, path }) => {
  test.each(accepted)("$name is read", (content) => {
    const { words, table, ids } = decode(make(content), content.options);
    expect(words).toEqual(content.words);
    expect([...table.data]).toEqual(content.numbers);
    expect([table.rows, table.width]).toEqual([words.length, 2]);
    expect([...ids]).toEqual(words.map((word, id) => [word, id]));
    if (content.warning)
      expect(warnings).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(content.warning));
    else expect(warnings).not.toHaveBeenCalled();
  });

  test.each(refused)("$name is refused", (content) => {
    const message = content.message instanceof RegExp ? content.message : content.message[name];
    expect(() => decode(make(content), content.options)).toThrow(RangeError);
    expect(() => decode(make(content), content.options)).toThrow(message);
    expect(() => decode(make(content), content.options)).toThrow(/^Cannot read word vectors: .* Remedy: /);
  });

  // a border in every place, also inside a character, a number and a line end
  test.each([1, 2, 3, 5, 7, 11, 64])("all of that is the same in parts of %d bytes", async (partSize) => {
    for (const content of [...accepted, ...refused] as (Content & (typeof accepted)[number])[]) {
      const bytes = make(content);
      const inParts = readVectors(fileOf(bytes, partSize), path, content.options ?? {});
      const told = outcome(() => decode(bytes, content.options));
      expect(await inParts.catch((error: Error) => error.message)).toEqual(
        typeof told === "string" ? told.replace("word vectors", `word vectors from ${path}`) : told,
      );
    }
  });

  test("60 MB of line ends after its words is read, and one with nothing else is refused", () => {
    const many = new Uint8Array(60_000_000).fill(10);
    const words = make({ header: "1 2", rows: [["the", 1, 2]] });
    expect(decode(Buffer.concat([words, many])).words).toEqual(["the"]);
    expect(() => decode(many)).toThrow(/line 1 must be "V d".* but it is empty/);
  });

  test("more words than a Map holds are refused, and a table that no memory holds", async () => {
    // a file that says it is large: it is refused before its words are looked at
    const large = (header: string): Promise<unknown> =>
      readVectors({ ...fileOf(Buffer.from(header), 64), size: 1e18 }, path, {});
    await expect(large(`${2 ** 24 + 1} 1\n`)).rejects.toThrow(
      /there are 16777217 words, and memory holds at most 16777216\. Remedy: .*limit of at most/,
    );
    await expect(large(`${2 ** 24} 1000000\n`)).rejects.toThrow(
      /16777216 × 1000000 numbers need 62500\.0 GiB of memory, more than one table can have\. Remedy: .*limit$/,
    );
  });

  test("any limit but a whole number >= 1 is refused, and any other way to treat bytes that are not UTF-8", () => {
    const bytes = make({ header: "1 2", rows: [["the", 1, 2]] });
    for (const limit of [0, 1.5, Number.NaN]) {
      expect(() => decode(bytes, { limit })).toThrow(
        `limit must be a whole number >= 1: current value is ${limit}`,
      );
    }
    expect(() => decode(bytes, { encodingErrors: "ignore" as "strict" })).toThrow(
      'encodingErrors must be "strict" or "replace": current value is "ignore"',
    );
  });
});

/** The result, or the message of the error. */
function outcome<Result>(work: () => Result): Result | string {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
}

describe("the text format", () => {
  const read = (text: string): ReturnType<typeof decodeWord2vecText> => decodeWord2vecText(Buffer.from(text));

  test("takes the last d fields for the numbers, so that a word may have spaces", () => {
    expect(read("3 2\nthe 1 2\nNew York 3 4\nat 5 6 7\n").words).toEqual(["the", "New York", "at 5"]);
    expect(warnings).toHaveBeenCalledExactlyOnceWith(
      'warning: word vectors: line 4 has more than 2 numbers, so its word is "at 5"',
    );
    expect(read("New York 0.5 1\nof 2 3").words).toEqual(["New York", "of"]);
    const latin = Buffer.from("1 2\ncaf\u00e9 x 1\n", "latin1"); // what is wrong with the bytes says more than "x"
    expect(() => decodeWord2vecText(latin)).toThrow(/line 2 is not UTF-8/);
    expect(() => read("1 2\nthe 1 2 3\n")).toThrow(/line 2 must be .* 2 numbers.*but has 4 fields/);
  });

  test("warns once of lines that may have a number too many, and not of words with spaces or digits", async () => {
    const many = "4 1\nthe 1\nof 4 5\nof 6 7 8\nBoeing 747s 2\n";
    await readVectors(fileOf(Buffer.from(many), 64), "more.vec", {});
    expect(warnings).toHaveBeenCalledExactlyOnceWith(
      'warning: word vectors from more.vec: line 3 has more than 1 number, so its word is "of 4"; 2 lines are like that',
    );
    warnings.mockClear();
    read("3 1\nthe 1\nNew York 2\n1789 3\n");
    expect(warnings).not.toHaveBeenCalled();
  });

  test.each([
    [
      "2 2\nthe 1 2\ncat 1\n",
      /line 3 must be a word and 2 numbers, separated by single spaces, but has 2 fields/,
    ],
    ["2 2\nthe 1 2\ncat 1 x\n", /line 3 must have finite numbers, but has "x"/],
    ["2 2\nthe 1 2\ncat 1  \n", /line 3 must be a word and 2/],
    ["2 2\nthe 1  2\ncat 1 2\n", /line 2 must/],
    ["2 2\nthe 1 2\n\ncat 1 2\n", /line 3 must be a word and 2 numbers/],
    ["2 2\nextraordinarily 1 2\n", /line 1 announces 2 words, but the file ends at line 3\. Remedy: /],
    ["1 2\nthe 1 0x10\n", /line 2 must have finite numbers, but has "0x10"/],
    ["1 2\nthe\t1\t2\n", /line 2 must be .*separated by single spaces, but has 1 field\. Remedy: separate/],
    ["the 0.5 1 2\nof 1", /line 2 must be a word and 3 numbers/],
    ["the 0.5 1 2\nof 1", /has 2 fields\. Remedy: correct line 2, or get the whole file again$/],
    ["2 2\nthe 1 2\ncat 1\n", /Remedy: get the whole file again, or correct its first line$/],
    ["1 1\n 1\n", /line 2 must be a word and 1 number, but has no word\. Remedy: leave that word out/],
    ["2 2\nthe 1 2\ncat 1,5 2\n", /but has "1,5"\. Remedy: write decimals with a point$/],
    ["2 2\nthe 1 2\ncat 1, 2\n", /but has "1,"\. Remedy: leave that word out/],
    ["the 0,5 1,5 2\n", /line 1 must be "V d".*Remedy: write decimals with a point$/],
    ["the\t0.5\t1.5\n", /line 1 must be "V d".*Remedy: separate by single spaces: tr /],
    ["the  0.5  1.5\n", /line 1 must be "V d".*Remedy: separate by single spaces: tr /],
  ])("says where %j is wrong", (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test("refuses a line that is much longer than a word and its numbers, before it keeps it", () => {
    expect(() => read(`1 2\n${"a".repeat(1e5)} 1 2\n`)).toThrow(
      /line 2 is too long for a word and 2 numbers/,
    );
    expect(() => read("a".repeat(2e7))).toThrow(/line 1 .* is longer than 16 MiB/);
  });

  test("may lack the first line, as GloVe's files do: its lines are counted", () => {
    expect(read("1789 0.5 1\nof 2 3\n").words).toEqual(["1789", "of"]);
    const { words, table } = read("the 0.5 1 2\nof 1 2 3\n\n \n");
    expect(words).toEqual(["the", "of"]);
    expect([...table.data]).toEqual([0.5, 1, 2, 1, 2, 3]);
    const some = decodeWord2vecText(Buffer.from("the 0.5 1\nof 1 2\nand 3 4\n"), { limit: 2 });
    expect(some.words).toEqual(["the", "of"]);
  });
});

test("decimalIn() gives the number that Number() gives, to the last bit, and NaN for what is none", () => {
  const texts = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.float({ noNaN: true, noDefaultInfinity: true }).map((x) => x.toFixed(6)),
    fc.stringMatching(/^[-+]?[0-9]{0,18}\.?[0-9]{0,25}(e-?[0-9]{1,3})?$/),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const bytes = Buffer.from(`xy${text} z`);
      const isNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(text);
      expect(decimalIn(bytes, 2, bytes.length - 2)).toBe(isNumber ? Number(text) : Number.NaN);
    }),
    { numRuns: 2000 },
  );
  for (const text of ["", "-", ".", "+.", "1.2.3", "1 2", "Infinity", "0x1", "1_0", "١"]) {
    const bytes = Buffer.from(text);
    expect(decimalIn(bytes, 0, bytes.length)).toBeNaN();
  }
  expect(decimalIn(Buffer.from("-0.000"), 0, 6)).toBe(-0);
});

test.each([
  ["gunzip", [0x1f, 0x8b, 8, 0]],
  ["unzip", [0x50, 0x4b, 3, 4, 20, 0]],
  ["bunzip2", Buffer.from("BZh91AY&SY")],
  ["unxz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4]],
  ["unzstd", [0x28, 0xb5, 0x2f, 0xfd, 0, 1]],
])("a compressed file is told to be one: %s", (program, bytes) => {
  for (const decode of [decodeWord2vecText, decodeWord2vecBinary]) {
    expect(() => decode(Uint8Array.from(bytes))).toThrow(
      new RegExp(`compressed file\\. Remedy: unpack it: ${program} `),
    );
  }
});

test("the binary format needs a space after each word", () => {
  const [first] = [asBinary({ header: "2 1", rows: [["a", 1]] })];
  expect(() => decodeWord2vecBinary(Buffer.concat([first as Uint8Array, Buffer.from("longword")]))).toThrow(
    /word 1 at byte 10 must be followed by a space, but the file ends/,
  );
  const endless = Buffer.concat([Buffer.from("1 1\n"), Buffer.alloc(1e5, "x"), Buffer.from(" 1234")]);
  expect(() => decodeWord2vecBinary(endless)).toThrow(/word 0 at byte 4 .* no space follows in 65536 bytes/);
});

test("a text file with the name of a binary one is refused, and a binary one with the name of a text file", () => {
  const row: [string, ...number[]] = ["the", ...Array.from({ length: 20 }, (_, i) => (i - 10.00001) / 7e8)];
  const content: Content = { header: "2 20", rows: [row, row] };
  expect(() => decodeWord2vecBinary(asText(content), { limit: 1 })).toThrow(
    /word 0 at byte 5 has its numbers as text\. Remedy: name the file \.vec or \.txt/,
  );
  expect(() => decodeWord2vecText(asBinary(content), { limit: 1 })).toThrow(
    /line 2 is not UTF-8.* or name it \.bin/,
  );
});

test("a text file with the name of a binary one is refused for that, however short its numbers are", () => {
  for (const text of [
    "1 1\na 1\n",
    "2 3\nthe 1 2 3\nof 4 5 6\n",
    "9 2\nthe -0.5 1e-3\n",
    "the 0.5 1\nof 2 3\n",
  ]) {
    expect(() => decodeWord2vecBinary(Buffer.from(text))).toThrow(/Remedy: name the file \.vec or \.txt$/);
  }
  const long: readonly [string, ...number[]] = [
    "the",
    ...Array.from({ length: 300 }, (_, i) => (i - 99) / 7e8),
  ];
  expect(() => decodeWord2vecBinary(asText({ header: "1 300", rows: [long] }))).toThrow(
    /Remedy: name the file/,
  );
  expect(() => decodeWord2vecBinary(asBinary({ header: "1 300", rows: [long] }))).not.toThrow();
  const cut = asBinary({ header: "2 1", rows: [["a", 1]] }).subarray(0, -2);
  expect(() => decodeWord2vecBinary(cut)).toThrow(/Remedy: get the whole file again/);
});
