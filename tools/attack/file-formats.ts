import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBelow, seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { corpusSentences } from "../../kernel-helpers/src/corpus/index.ts";
import {
  decodeCheckpoint,
  encodeCheckpoint,
  loadCheckpoint,
  startTraining,
} from "../../kernel-helpers/src/train/index.ts";
import {
  decodeWord2vecBinary,
  decodeWord2vecText,
  encodeWord2vecBinary,
  encodeWord2vecText,
  loadVectors,
  vectorsFromRows,
  type WordVectors,
} from "../../kernel-helpers/src/vectors/index.ts";

const WORDS = ["sun", "rain", "Wörter", "词", "of a"];

/**
 * A small file that is whole, and readers that throw for a damaged one or return something sound: `read` takes bytes,
 * `load` reads a file as people do.
 */
interface Format {
  readonly ending: string;
  whole(): Uint8Array | Promise<Uint8Array>;
  read(bytes: Uint8Array): unknown;
  load(path: string): Promise<unknown>;
}

const vectors = (): WordVectors =>
  vectorsFromRows(Object.fromEntries(WORDS.slice(0, 4).map((word, i) => [word, [0.5 * i, -1, i / 3]])));

/** The formats that are read, by their name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  "vectors as text": {
    ending: "vec",
    whole: () => encodeWord2vecText(vectors()),
    read: (bytes) => sameInBinary(decodeWord2vecText(bytes)),
    load: async (path) => requireFinite(await loadVectors(path)),
  },
  "vectors in binary": {
    ending: "bin",
    whole: () => encodeWord2vecBinary(vectors()),
    read: (bytes) => requireFinite(decodeWord2vecBinary(bytes)),
    load: async (path) => requireFinite(await loadVectors(path)),
  },
  checkpoints: {
    ending: "ckpt",
    whole: checkpoint,
    read: (bytes) => decodeCheckpoint(bytes),
    load: loadCheckpoint,
  },
  corpora: {
    ending: "txt",
    whole: () => Buffer.from(`${WORDS.join(" ")}.\n`.repeat(9)),
    read: readCorpus,
    load: loadCorpus,
  },
};

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

/** The reader of a corpus takes a path only. */
async function readCorpus(bytes: Uint8Array): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "w2v-damaged-"));
  try {
    writeFileSync(join(folder, "corpus.txt"), bytes);
    await loadCorpus(join(folder, "corpus.txt"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function loadCorpus(path: string): Promise<void> {
  let sentences = 0;
  for await (const sentence of corpusSentences(path)) if (sentence !== "") sentences += 1;
  if (sentences === 0) throw new Error("no sentence, and no error");
}
