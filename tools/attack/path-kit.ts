import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpusSentences } from "../../kernel-helpers/src/corpus/index.ts";
import { tokenSentences } from "../../kernel-helpers/src/tokens/index.ts";
import { decodeCheckpoint, encodeCheckpoint, startTraining } from "../../kernel-helpers/src/train/index.ts";
import {
  decodeWord2vecBinary,
  decodeWord2vecText,
  encodeWord2vecBinary,
  encodeWord2vecText,
  vectorsFromRows,
} from "../../kernel-helpers/src/vectors/index.ts";

const TEXT = "the king loves the queen\nthe queen loves the king\n".repeat(20);

/** Good files: name -> content. */
export type Kit = Readonly<Record<KitFile, Uint8Array>>;

/** The name of a good file. */
export type KitFile = "corpus.txt" | "run.ckpt" | "run.jsonl" | "king.vec" | "king.txt" | "king.bin";

/** Files that fit each other: a corpus, a training on it that was stopped, its log, and vectors. */
export async function makeKit(): Promise<Kit> {
  const vectors = vectorsFromRows({ the: [1, 0, 0], king: [1, 1, 0], queen: [1, 1, 0.5], loves: [0, 0, 1] });
  const text = encodeWord2vecText(vectors);
  return {
    "corpus.txt": Buffer.from(TEXT),
    "run.ckpt": await stoppedTraining(),
    "run.jsonl": Buffer.from('{"_step":1,"train/loss":4.1}\n'),
    "king.vec": text,
    "king.txt": text,
    "king.bin": encodeWord2vecBinary(vectors),
  };
}

async function stoppedTraining(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "w2v-kit-"));
  try {
    const corpus = join(folder, "corpus.txt");
    writeFileSync(corpus, TEXT);
    const sentences = await tokenSentences(corpusSentences(corpus));
    const training = startTraining(sentences, { vectorSize: 4, minCount: 1, sample: 0 });
    for await (const { examples } of training) if (examples > 20) break;
    const bytes = encodeCheckpoint(await training.checkpoint());
    training.close();
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How a file of each ending is read; the reader throws for one that is torn. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  vec: decodeWord2vecText,
  bin: decodeWord2vecBinary,
  ckpt: (bytes) => decodeCheckpoint(bytes),
  jsonl: (bytes) => lines(bytes).map((line) => JSON.parse(line)),
  csv: (bytes) =>
    lines(bytes).every((line, _, [head = ""]) => columns(line) === columns(head)) || fail("a row is cut"),
};

/** What is wrong with a file that a program wrote, by the ending of its name; undefined if it is whole. */
export function resultProblem(path: string): string | undefined {
  try {
    READERS[path.slice(path.lastIndexOf(".") + 1)]?.(readFileSync(path));
    return undefined;
  } catch (error) {
    return `${path} is torn: ${(error as Error).message}`;
  }
}

function columns(line: string): number {
  return line.split(",").length;
}

/** The lines of a text, each of which must have its end. */
function lines(bytes: Uint8Array): string[] {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (text === "") return []; // a log before its first line
  if (!text.endsWith("\n")) fail("its last line has no end");
  return text.slice(0, -1).split("\n");
}

function fail(problem: string): never {
  throw new Error(problem);
}
