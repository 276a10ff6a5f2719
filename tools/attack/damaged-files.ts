import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Random, randomBelow, seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { corpusSentences } from "../../kernel-helpers/src/corpus/index.ts";
import { decodeCheckpoint, encodeCheckpoint, startTraining } from "../../kernel-helpers/src/train/index.ts";
import {
  decodeWord2vecBinary,
  decodeWord2vecText,
  encodeWord2vecBinary,
  encodeWord2vecText,
  vectorsFromRows,
  type WordVectors,
} from "../../kernel-helpers/src/vectors/index.ts";
import type { Attack, Slice } from "./slice.ts";

/** Damaged files of each format in the whole slice, and in one attack. */
const FILES = 25_000;
const BATCH = 500;

const WORDS = ["sun", "rain", "Wörter", "词", "of a"];

/** A file that is whole, and a reader that takes it; the reader throws for a damaged one or returns something sound. */
interface Format {
  readonly name: string;
  whole(): Uint8Array | Promise<Uint8Array>;
  read(bytes: Uint8Array): unknown;
}

const vectors = (): WordVectors =>
  vectorsFromRows(Object.fromEntries(WORDS.slice(0, 4).map((word, i) => [word, [0.5 * i, -1, i / 3]])));

const FORMATS: readonly Format[] = [
  {
    name: "vectors as text",
    whole: () => encodeWord2vecText(vectors()),
    read: (bytes) => sameInBinary(decodeWord2vecText(bytes)),
  },
  {
    name: "vectors in binary",
    whole: () => encodeWord2vecBinary(vectors()),
    read: (bytes) => requireFinite(decodeWord2vecBinary(bytes)),
  },
  { name: "checkpoints", whole: checkpoint, read: (bytes) => decodeCheckpoint(bytes) },
  { name: "corpora", whole: () => Buffer.from(`${WORDS.join(" ")}.\n`.repeat(9)), read: readCorpus },
];

/** Files that were damaged: each is read soundly or refused in words. */
export const damagedFiles: Slice = {
  name: `damaged files, ${BATCH} each`,
  holds: "a sound result, or an error with a remedy",
  withoutKernel: true,
  attacks: (share, random) =>
    FORMATS.flatMap((format) =>
      Array.from({ length: Math.ceil((FILES * share) / BATCH) }, (_, i) => ({
        name: `${format.name} from ${i * BATCH}`,
        run: () => readDamaged(format, random),
      })),
    ),
};

const readDamaged = async (format: Format, random: Random): ReturnType<Attack["run"]> => {
  const whole = await format.whole();
  for (let i = 0; i < BATCH; i++) {
    const bytes = damaged(whole, random);
    try {
      await format.read(bytes);
    } catch (error) {
      const { message } = error as Error;
      if (!/^Cannot .*Remedy: /s.test(message))
        return `${message} for ${Buffer.from(bytes).toString("base64").slice(0, 300)}`;
    }
  }
  return undefined;
};

/** The file with one to four changes: bytes replaced, removed, doubled or put in, or its end cut. */
function damaged(whole: Uint8Array, random: Random): Uint8Array {
  let bytes = [...whole];
  for (let changes = randomBelow(4, random) + 1; changes > 0; changes--) {
    const at = randomBelow(bytes.length + 1, random);
    const length = randomBelow(8, random) + 1;
    const byte = (): number => SPECIAL[randomBelow(SPECIAL.length, random)] ?? randomBelow(256, random);
    const kinds: readonly (() => unknown)[] = [
      () => bytes.splice(at, 1, byte()),
      () => bytes.splice(at, length),
      () => bytes.splice(at, 0, ...bytes.slice(at, at + length)),
      () => bytes.splice(at, 0, ...Array.from({ length }, byte)),
      () => bytes.splice(at, length, ...Array.from({ length }, () => 0x39)), // digits: large numbers
      () => {
        bytes = bytes.slice(0, at);
      },
    ];
    kinds[randomBelow(kinds.length, random)]?.();
  }
  return Uint8Array.from(bytes);
}

/** Bytes that mean something in one of the formats. */
const SPECIAL = [0, 9, 10, 13, 32, 0x2d, 0x2e, 0x30, 0x65, 0x7f, 0x80, 0xc3, 0xe8, 0xef, 0xff];

function sameInBinary(read: WordVectors): void {
  requireFinite(read);
  if (read.words.length === 0 || read.words.some((word) => /\s/.test(word))) return; // binary has no such words
  const again = decodeWord2vecBinary(encodeWord2vecBinary(read));
  const same =
    JSON.stringify([again.words, [...again.table.data]]) ===
    JSON.stringify([read.words, [...read.table.data]]);
  if (!same) throw new Error("text and binary do not agree");
}

function requireFinite({ words, table }: WordVectors): void {
  if (table.data.length !== words.length * table.width) throw new Error("words and numbers do not fit");
  if (!table.data.every(Number.isFinite)) throw new Error("a number is not finite");
}

async function checkpoint(): Promise<Uint8Array> {
  const random = seededRandom(1);
  const sentences = Array.from({ length: 5 }, () =>
    Array.from({ length: 6 }, () => WORDS[randomBelow(3, random)] as string),
  );
  const training = startTraining(sentences, { vectorSize: 2, minCount: 1, sample: 0, epochs: 1 });
  for await (const _ of training) break;
  const bytes = encodeCheckpoint(await training.checkpoint());
  training.close();
  return bytes;
}

const folder = mkdtempSync(join(tmpdir(), "w2v-damaged-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

async function readCorpus(bytes: Uint8Array): Promise<void> {
  const path = join(folder, "corpus.txt");
  writeFileSync(path, bytes);
  let sentences = 0;
  for await (const sentence of corpusSentences(path)) if (sentence !== "") sentences += 1;
  if (sentences === 0) throw new Error("no sentence, and no error");
}
