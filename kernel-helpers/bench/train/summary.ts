import { meanAndSpread } from "../mean-and-spread.ts";
import { median } from "../median.ts";
import { sharedNeighbours } from "../neighbour-agreement.ts";
import type { CorpusName } from "./corpora.ts";
import { type Group, groupKey, type Job, measure } from "./jobs.ts";
import { isDisturbed, type Run } from "./runs.ts";

/** One program in one group, as the tables show it. */
export interface Row extends Group {
  readonly program: string;
  readonly version: string;
  /** Median words/s of the training alone; null if it was not timed. */
  readonly speed: number | null;
  /** Median words/s with the vocabulary's pass. */
  readonly wholeSpeed: number | null;
  /** Largest memory of any run, in bytes; null where the system does not tell. */
  readonly peak: number | null;
  readonly runs: number;
  /** Runs that other work disturbed; their times count only if all were. */
  readonly disturbed: number;
  /** Mean ± standard deviation over seeds, in hundredths; "-" if not judged. */
  readonly wordsim: string;
  readonly simlex: string;
  readonly analogies: string;
  /** Shares of questions whose words are known. */
  readonly covered: readonly number[];
  /** Shared neighbours with gensim's vectors of the same seed; gensim's own with those of the next seed. */
  readonly shared: string;
}

/** gensim with the same seeds on the shuffled sentences: what the order alone changes. */
export const SHUFFLED = "gensim, shuffled sentences";

/** What a whole measurement found: the source of the tables. */
export interface Results {
  readonly date: string;
  readonly machine: string;
  readonly repeats: number;
  readonly seeds: number;
  readonly epochs: number;
  readonly corpora: readonly {
    readonly name: CorpusName;
    readonly title: string;
    readonly words: number;
    readonly sentences: number;
    readonly sha256: string;
  }[];
  readonly rows: readonly Row[];
}

/** A row for each program of each group, in the order of the runs. */
export function summaryOf(runs: readonly Run[]): Row[] {
  const found = new Map<string, Run[]>();
  for (const run of runs) {
    const key = `${groupKey(run.job)} ${programOf(run.job)}`;
    found.set(key, [...(found.get(key) ?? []), run]);
  }
  return [...found.values()].map((alike) => rowOf(alike, runs));
}

function programOf({ program, order }: Job): string {
  return order === "text" ? program : SHUFFLED;
}

function rowOf(alike: readonly Run[], all: readonly Run[]): Row {
  const [first] = alike as [Run];
  const { corpus, architecture, dim, threads } = first.job;
  const undisturbed = alike.filter((run) => !isDisturbed(run));
  const counted = undisturbed.length > 0 ? undisturbed : alike;
  const timed = first.job.order === "text";
  const judged = alike.flatMap(({ evaluation }) => (evaluation ? [evaluation] : []));
  const hundredths = (name: "wordsim" | "simlex" | "analogies"): string =>
    meanAndSpread(
      judged.map((evaluation) => 100 * evaluation[name]),
      1,
    );
  const peak = Math.max(...alike.map((run) => run.peak));
  return {
    ...{ corpus, architecture, dim, threads, program: programOf(first.job), version: first.version },
    speed: timed ? median(counted.map((run) => run.words / run.training)) : null,
    wholeSpeed: timed ? median(counted.map((run) => run.words / (run.vocabulary + run.training))) : null,
    peak: Number.isFinite(peak) ? peak : null,
    runs: alike.length,
    disturbed: alike.length - undisturbed.length,
    wordsim: hundredths("wordsim"),
    simlex: hundredths("simlex"),
    analogies: hundredths("analogies"),
    covered: Object.values(judged[0]?.covered ?? {}),
    shared: meanAndSpread(sharesWithGensim(alike, all)),
  };
}

/** Shares of neighbours that gensim's vectors have too: of the same seed, or of the next one for gensim's own. */
function sharesWithGensim(alike: readonly Run[], all: readonly Run[]): number[] {
  const [first] = alike as [Run];
  const theirs = all.filter(
    ({ job, nearest }) => nearest && programOf(job) === measure && groupKey(job) === groupKey(first.job),
  );
  return alike.flatMap((run) => {
    const others = theirs.filter(({ job }) => job.seed !== run.job.seed || programOf(run.job) !== measure);
    const other =
      programOf(run.job) === measure
        ? (others.find(({ job }) => job.seed === run.job.seed + 1) ?? others[0])
        : others.find(({ job }) => job.seed === run.job.seed);
    return run.nearest && other?.nearest ? [sharedNeighbours(other.nearest, run.nearest)] : [];
  });
}
