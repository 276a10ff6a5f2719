import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadVectors, type Tensorflow } from "kernel-helpers";
import { nearestWords } from "../neighbour-agreement.ts";
import { runChild } from "./child.ts";
import type { Corpus } from "./corpora.ts";
import { evaluate } from "./evaluation.ts";
import type { Job } from "./jobs.ts";
import type { Program } from "./programs.ts";
import type { Questions } from "./questions.ts";
import type { Run } from "./runs.ts";

/** What the measurement of every job needs. */
export interface Bench {
  /** Where files go. */
  readonly folder: string;
  readonly questions: Questions;
  readonly tf: Tensorflow;
}

/** Trains with the job's program in a process of its own, and judges the vectors. */
export async function measureJob(
  job: Job,
  { program, version, corpus }: { program: Program; version: string; corpus: Corpus },
  { folder, questions, tf }: Bench,
): Promise<Run> {
  mkdirSync(join(folder, "vectors"), { recursive: true });
  const out = join(folder, "vectors", job.program);
  const text = job.order === "text" ? corpus.file : corpus.shuffled;
  try {
    const finished = await runChild(program.command(job, text, out, folder), environment());
    const { peak, otherWork } = finished;
    const words = corpus.words * job.epochs;
    const times = program.timing(finished);
    const run: Run = { job, version, ...times, words, peak, otherWork, corpus: corpus.sha256 };
    if (!job.judged) return run;
    const vectors = await loadVectors(`${out}.${program.ending}`);
    const nearest = nearestWords(vectors, corpus.asked);
    return { ...run, evaluation: evaluate(vectors, questions, tf), nearest };
  } finally {
    for (const ending of ["bin", "vec"]) rmSync(`${out}.${ending}`, { force: true });
  }
}

/**
 * Python's hashes decide gensim's first vectors. gensim calls BLAS inside threads of its own, so BLAS gets one; settings by
 * which some machines keep older BLAS builds from newer instructions would slow it.
 */
function environment(): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...rest } = process.env;
  return { ...rest, PYTHONHASHSEED: "0", OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
}
