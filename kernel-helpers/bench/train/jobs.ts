import type { CorpusName } from "./corpora.ts";

export type Architecture = "skip-gram" | "cbow";

/** What the trainings of one group have in common; within it the programs take turns. */
export interface Group {
  readonly corpus: CorpusName;
  readonly architecture: Architecture;
  /** Dimension of a vector. */
  readonly dim: number;
  readonly threads: number;
}

/** One training: a program, a seed, and gensim's also on the shuffled sentences. */
export interface Job extends Group {
  readonly program: string;
  readonly seed: number;
  readonly order: "text" | "shuffled";
  /** Passes over the corpus. */
  readonly epochs: number;
  /** Whether the vectors are judged; else only the speed counts. */
  readonly judged: boolean;
}

/** Which trainings are wanted. */
export interface Plan {
  readonly corpora: readonly CorpusName[];
  readonly architectures: readonly Architecture[];
  readonly dims: readonly number[];
  readonly threads: readonly number[];
  readonly programs: readonly string[];
  readonly epochs: number;
  /** Trainings by each program in each group, with the seeds 1, 2, …; of the registries no more than `MOST_OF_REGISTRIES`. */
  readonly repeats: number;
  /** Seeds whose vectors are judged. */
  readonly seeds: number;
}

/** Trainings of each program on the registries, where one takes a minute or more and the times differ less. */
export const MOST_OF_REGISTRIES = 3;

/** The program whose vectors the neighbours of all others are compared with. */
export const measure = "gensim-file";

/**
 * All trainings of a plan, in order. The programs of a group take turns, and each turn begins with another program, so
 * that a machine that gets warmer or busier does not favour one. At the end of a group gensim trains on the shuffled
 * sentences, which is judged, not timed.
 */
export function jobsOf(plan: Plan): Job[] {
  return groupsOf(plan).flatMap((group) => {
    const job = (program: string, seed: number): Job => ({
      ...group,
      ...{ program, seed, epochs: plan.epochs, order: "text", judged: seed <= plan.seeds },
    });
    const most = group.corpus === "registries" ? MOST_OF_REGISTRIES : plan.repeats;
    const timed = Array.from({ length: Math.min(plan.repeats, most) }, (_, turn) =>
      rotated(programsOf(plan, group), turn).map((program) => job(program, turn + 1)),
    ).flat();
    const inOtherOrder = timed.filter(({ program, judged }) => judged && program === measure);
    return [...timed, ...inOtherOrder.map((one): Job => ({ ...one, order: "shuffled" }))];
  });
}

function groupsOf({ corpora, architectures, dims, threads }: Plan): Group[] {
  const all = corpora.flatMap((corpus) =>
    dims.flatMap((dim) =>
      threads.flatMap((count) =>
        architectures.map((architecture) => ({ corpus, architecture, dim, threads: count })),
      ),
    ),
  );
  // ten times the text takes ten times as long: there one dimension and the most threads have to do
  return all.filter(
    ({ corpus, dim, threads: count }) =>
      corpus !== "registries" || (dim === Math.min(...dims) && count === Math.max(...threads)),
  );
}

/** Our engines that have one thread and take minutes. */
export const SLOWEST: readonly string[] = ["ours-tensor", "ours-reference"];

/** Programs that take some times as long as gensim are measured on the small corpus with the smallest dimension. */
const SLOW = ["fasttext", "word2vec-c", ...SLOWEST];

function programsOf({ programs, dims }: Plan, { corpus, dim, threads }: Group): readonly string[] {
  const small = corpus !== "registries" && dim === Math.min(...dims);
  return programs.filter(
    (program) => (small || !SLOW.includes(program)) && (threads === 1 || !SLOWEST.includes(program)),
  );
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  return items.map((_, i) => items[(i + by) % items.length] as Item);
}

/** A group as text, the same for equal groups. */
export function groupKey({ corpus, architecture, dim, threads }: Group): string {
  return [corpus, architecture, dim, threads].join(" ");
}

/** A job as text, the same for jobs that measure the same. */
export function jobKey(job: Job): string {
  return [groupKey(job), job.program, job.seed, job.order, job.epochs].join(" ");
}
