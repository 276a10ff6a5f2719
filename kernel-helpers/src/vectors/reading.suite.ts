import type { FileParts } from "../host/index.ts";
import type { VectorsOptions } from "./reading-options.ts";

/** A word as bytes or text, and its numbers; as many as the file is to have, right or wrong. */
type Row = readonly [word: string | Uint8Array, ...numbers: number[]];

/** A file of word vectors, described without its format. */
export interface Content {
  /** The first line, without its end. */
  readonly header: string;
  readonly rows: readonly Row[];
  /** What follows the last word. */
  readonly tail?: string;
  /** Bytes that are missing at the end. */
  readonly cut?: number;
}

/** A file that is read: what it holds, and what is warned of. */
export interface Accepted extends Content {
  readonly name: string;
  readonly options?: VectorsOptions;
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  readonly warning?: RegExp;
}

/** A file that is refused, with the message: for both formats, or one for each. */
export interface Refused extends Content {
  readonly name: string;
  readonly options?: VectorsOptions;
  readonly message: RegExp | Readonly<Record<"text" | "binary", RegExp>>;
}

const cut = Uint8Array.of(0x63, 0x61, 0x66, 0xc3); // "café" cut inside its é, as word2vec.c cuts long words
const two: readonly Row[] = [
  ["the", 1, 2],
  ["of", 3, 4],
];

export const accepted: readonly Accepted[] = [
  { name: "two words", header: "2 2", rows: two, words: ["the", "of"], numbers: [1, 2, 3, 4] },
  { name: "no word", header: "0 2", rows: [], words: [], numbers: [] },
  {
    name: "a first line with a space and a return at its end",
    header: "2 2 \r",
    rows: two,
    words: ["the", "of"],
    numbers: [1, 2, 3, 4],
  },
  {
    name: "a word that occurs twice",
    header: "3 2",
    rows: [...two, ["the", 5, 6]],
    words: ["the", "of"],
    numbers: [1, 2, 3, 4],
    warning: /: repeated words are left out, the first one counts: "the" \((line 4|word 2 at byte \d+)\)$/,
  },
  {
    name: "a word that occurs six times",
    header: "6 2",
    rows: Array.from({ length: 6 }, (_, i) => ["the", i, 2] as const),
    words: ["the"],
    numbers: [0, 2],
    warning: /counts: ("the" \([^)]+\), ){3}… \(5 in all\)$/,
  },
  {
    name: "a zero vector",
    header: "2 2",
    rows: [
      ["the", 1, 2],
      ["of", 0, 0],
    ],
    words: ["the", "of"],
    numbers: [1, 2, 0, 0],
  },
  {
    name: "blank lines at its end",
    header: "2 2",
    rows: two,
    tail: "\n\n \r\n",
    words: ["the", "of"],
    numbers: [1, 2, 3, 4],
  },
  {
    name: "the first word of two",
    header: "2 2",
    rows: two,
    options: { limit: 1 },
    words: ["the"],
    numbers: [1, 2],
  },
  {
    name: "a limit above the number of words",
    header: "2 2",
    rows: two,
    options: { limit: 9 },
    words: ["the", "of"],
    numbers: [1, 2, 3, 4],
  },
  {
    name: "the first word, although the file ends early",
    header: "2 2",
    rows: two,
    cut: 4,
    options: { limit: 1 },
    words: ["the"],
    numbers: [1, 2],
  },
  {
    name: "bytes that are not UTF-8, replaced",
    header: "2 2",
    rows: [
      [cut, 1, 2],
      ["of", 3, 4],
    ],
    options: { encodingErrors: "replace" },
    words: ["caf\ufffd", "of"],
    numbers: [1, 2, 3, 4],
  },
];

const place = /(line 2|word 0 at byte 4)/.source;
const header = /line 1 must be "V d", .*Remedy: /;

export const refused: readonly Refused[] = [
  {
    name: "a number that is not finite in float32",
    header: "1 2",
    rows: [["the", 1, 1e39]],
    message:
      /(line 2|word 0 at byte 4), "the", has .* not finite in float32: number 1 is Infinity\. Remedy: /,
  },
  {
    name: "a number that is NaN",
    header: "1 2",
    rows: [["the", Number.NaN, 1]],
    message: { text: /line 2 must have finite numbers, but has "NaN"/, binary: /word 0 .*number 0 is NaN/ },
  },
  {
    name: "bytes that are not UTF-8",
    header: "1 2",
    rows: [[cut, 1, 2]],
    message: new RegExp(`${place} is not UTF-8\\. Remedy: .*encodingErrors`),
  },
  {
    name: "an empty word",
    header: "1 2",
    rows: [["", 1, 2]],
    message: new RegExp(`${place}( must be a word and 2 numbers|: a word must have at least one character)`),
  },
  {
    name: "more words than announced",
    header: "1 2",
    rows: two,
    message:
      /line 1 announces 1 word, but more follows at byte \d+\. Remedy: .*read the first words only: limit$/,
  },
  {
    name: "one word fewer than announced",
    header: "2 1",
    rows: [["the", 1]],
    message:
      /announces 2 words and 1 number for each, at least \d+ bytes, but \d+ follow\. Remedy: get the whole file again, or correct its first line$/,
  },
  {
    name: "fewer words than announced",
    header: "3 2",
    rows: two,
    message: /announces 3 words and 2 numbers for each, at least \d+ bytes, but \d+ follow\. Remedy: /,
  },
  {
    name: "an end inside the last word",
    header: "2 2",
    rows: [...two.slice(1), ["between", 1, 2]],
    cut: 5,
    message: {
      text: /line 3 must be a word and 2 numbers/,
      binary: /word 1 at byte \d+ must have 2 numbers, but the file ends at byte 28, after 1\. Remedy/,
    },
  },
  {
    name: "a billion words announced",
    header: "1000000000 300",
    rows: two,
    message: /announces 1000000000 words .* bytes, but \d+ follow\. Remedy: /,
  },
  {
    name: "vectors without numbers",
    header: "2 0",
    rows: two,
    message: /"2 0", and needs .* d >= 1\. Remedy/,
  },
  { name: "a negative number of words", header: "-1 2", rows: two, message: /"-1 2", and needs V >= 0/ },
  {
    name: "a first line with tabs",
    header: "2\t2",
    rows: two,
    message: {
      text: /it is "2\\t2"\. Remedy: separate by single spaces: tr /,
      binary: /it is "2\\t2"\. Remedy: a file that/,
    },
  },
  { name: "a first line with semicolons", header: "2;2", rows: two, message: /it is "2;2"\. Remedy: / },
  { name: "a byte order mark", header: "\ufeff2 2", rows: two, message: /begins with a byte order mark/ },
  { name: "a blank first line", header: "", rows: two, message: /it is empty\. Remedy: / },
  { name: "a list of words", header: "the", rows: [], message: header },
  { name: "a list of words with counts", header: "the 22038615", rows: [], message: header },
  { name: "UTF-16", header: "2\0 \u00002\0", rows: [], message: /zero byte, as UTF-16 .*iconv -f UTF-16LE/ },
  { name: "UTF-16 of the other order", header: "\u00002\0 \u00002", rows: [], message: /iconv -f UTF-16BE/ },
];

const encoder = new TextEncoder();
const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === "string" ? encoder.encode(text) : text;

/** The file in the text format. */
export function asText({ header, rows, tail = "", cut = 0 }: Content): Uint8Array {
  const lines = rows.flatMap(([word, ...numbers]) => [word, `${numbers.map((x) => ` ${x}`).join("")}\n`]);
  return Buffer.concat([`${header}\n`, ...lines, tail].map(bytesOf)).subarray(0, -cut || undefined);
}

/** The file in the binary format of word2vec.c. */
export function asBinary({ header, rows, tail = "", cut = 0 }: Content): Uint8Array {
  const words = rows.flatMap(([word, ...numbers]) => [
    word,
    " ",
    new Uint8Array(Float32Array.from(numbers).buffer),
    "\n",
  ]);
  return Buffer.concat([`${header}\n`, ...words, tail].map(bytesOf)).subarray(0, -cut || undefined);
}

/** The bytes as a file that comes in parts of `partSize`, each in the same memory, as a host reads it. */
export function fileOf(bytes: Uint8Array, partSize: number): FileParts {
  return {
    size: bytes.length,
    async *parts() {
      const memory = new Uint8Array(partSize);
      for (let at = 0; at < bytes.length; at += partSize) {
        const part = bytes.subarray(at, at + partSize);
        memory.fill(255).set(part);
        yield memory.subarray(0, part.length);
      }
    },
  };
}
