import { type Random, randomBelow } from "../../kernel-helpers/src/base/index.ts";
import {
  encodeWord2vecBinary,
  encodeWord2vecText,
  type WordVectors,
  wordVectors,
} from "../../kernel-helpers/src/vectors/index.ts";
import { damaged } from "./damage.ts";
import { largeCheckpoint } from "./large-checkpoint.ts";

const MB = 1e6;

/** A file of 20 to 50 MB. */
export interface LargeFile {
  readonly name: string;
  /** The name of its format. */
  readonly format: string;
  make(random: Random): Uint8Array;
}

const [ROWS, WIDTH] = [25_000, 100];

function largeVectors(random: Random): WordVectors {
  const words = Array.from({ length: ROWS }, (_, i) => `word${i}`);
  const data = Float32Array.from({ length: ROWS * WIDTH }, () => random() - 0.5);
  return wordVectors(words, { rows: ROWS, width: WIDTH, data });
}

const bytes = (text: string): Buffer => Buffer.from(text);
const behind = (head: string, body: Uint8Array): Buffer => Buffer.concat([bytes(head), body]);
const noise = (length: number, random: Random): Uint8Array =>
  Uint8Array.from({ length }, () => randomBelow(256, random));
const floats = (length: number, random: Random): Uint8Array =>
  new Uint8Array(Float32Array.from({ length }, random).buffer);
const sentence = (i: number): string =>
  `the ${i % 999} kings of ${i % 77} countries met the queen of ${i % 31}`;

/**
 * For each format what is damaged or forged. Left out are checkpoints whose header, with the right checksum, is one list of
 * millions of numbers or names: JSON.parse needs up to 25 times its bytes, and a large batch has a long header as well.
 */
const KINDS: Readonly<Record<string, Readonly<Record<string, LargeFile["make"]>>>> = {
  "vectors in binary": {
    whole: (random) => encodeWord2vecBinary(largeVectors(random)),
    "damaged in a few places": (random) => damaged(encodeWord2vecBinary(largeVectors(random)), random),
    "with a promise of 10^9 words": (random) => behind("1000000000 300\n", floats(6 * MB, random)),
    "with a promise of as many words as fit": (random) => behind("3999999 1\n", floats(6 * MB, random)),
    "with one word of five million numbers": (random) => behind("1 5000000\nw ", floats(5 * MB, random)),
    "with a width of 10^9": (random) => behind("1 1000000000\nw ", floats(6 * MB, random)),
    "with a word without end": () => behind("9 100\n", Buffer.alloc(30 * MB, "a")),
    "of zeros": () => behind("9 100\n", Buffer.alloc(50 * MB)),
    "of noise": (random) => behind("1000 5000\n", noise(20 * MB, random)),
  },
  "vectors as text": {
    whole: (random) => encodeWord2vecText(largeVectors(random)),
    "damaged in a few places": (random) => damaged(encodeWord2vecText(largeVectors(random)), random),
    "with a promise of 10^9 words": (random) =>
      behind("1000000000 100\n", encodeWord2vecText(largeVectors(random)).subarray(10)),
    "with a promise of 16 million short words": () => bytes(`16777216 1\n${"\n".repeat(34 * MB)}`),
    "with one word of ten million numbers": () => bytes(`1 10000000\nw${" 1".repeat(10_000_000)}\n`),
    "without a line end": () => Buffer.alloc(30 * MB, "a"),
    "with a second line without end": () => behind("9 100\n", Buffer.alloc(30 * MB, "1 ")),
    "of zeros": () => Buffer.alloc(50 * MB),
    "of noise": (random) => noise(20 * MB, random),
    "of words without numbers": () => bytes("word\n".repeat(5 * MB)),
  },
  checkpoints: {
    whole: (random) => largeCheckpoint({ random }),
    "damaged in a few places": (random) => damaged(largeCheckpoint({ random }), random),
    "with a header as long as it can say": (random) => {
      const whole = Buffer.from(largeCheckpoint({ random }));
      whole.writeUInt32LE(2 ** 32 - 8, 8);
      return whole;
    },
    "with a table of 10^9 rows": (random) => largeCheckpoint({ random, rows: 1e9 }),
    "with a header of many small lists": (random) =>
      largeCheckpoint({ random, held: `[${"[],".repeat(7 * MB)}[]]` }),
    "with a header of many examples": (random) => {
      const example = '{"inputs":[1],"target":2},';
      return largeCheckpoint({ random, held: `[${example.repeat(800_000)}${example.slice(0, -1)}]` });
    },
    "with a header of lists in lists": (random) =>
      largeCheckpoint({ random, held: Buffer.alloc(20 * MB, "[").toString() }),
    "of noise": (random) => behind("W2VCHECK", noise(20 * MB, random)),
  },
  corpora: {
    whole: () => bytes(Array.from({ length: 500_000 }, (_, i) => `${sentence(i)}\n`).join("")),
    "damaged in a few places": (random) =>
      damaged(bytes(Array.from({ length: 500_000 }, (_, i) => `${sentence(i)}\n`).join("")), random),
    "of one line": () => bytes(Array.from({ length: 500_000 }, (_, i) => sentence(i)).join(" ")),
    "of one word": () => Buffer.alloc(30 * MB, "a"),
    "of one Chinese word": () => Buffer.alloc(30 * MB, "词"),
    "of full stops": () => Buffer.alloc(30 * MB, ". "),
    "of line ends": () => Buffer.alloc(30 * MB, "\n"),
    "of short lines": () => Buffer.alloc(30 * MB, "a\n"),
    "of zeros": () => Buffer.alloc(50 * MB),
    "of noise": (random) => noise(20 * MB, random),
    "in UTF-16": () => Buffer.from("the king loves the queen\n".repeat(500_000), "utf16le"),
  },
};

/** Every large file. */
export const LARGE_FILES: readonly LargeFile[] = Object.entries(KINDS).flatMap(([format, kinds]) =>
  Object.entries(kinds).map(([kind, make]) => ({ name: `large ${format}, ${kind}`, format, make })),
);
