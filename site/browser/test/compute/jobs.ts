import type {
  BackendExplanation,
  BackendName,
  Example,
  TrainOptions,
  VectorRows,
} from "../../../../kernel-helpers/src/index.ts";

/** Rows of a table as plain numbers: what every driver of a browser can carry. */
export interface PlainTable {
  readonly rows: number;
  readonly width: number;
  readonly data: readonly number[];
}

/** A model as plain numbers. */
export interface PlainModel {
  readonly input: PlainTable;
  readonly output: PlainTable;
}

/** What a page's worker can be asked to compute, by name: what it gets, and what it gives. */
export interface Jobs {
  /** `explainBackends()`. */
  explain: { gets: null; gives: BackendExplanation[] };
  /** The report of `openBackend(name)`, or of "auto". */
  open: { gets: BackendName | "auto"; gives: { name: BackendName; report: string } };
  /** A tensor model on a backend; gives a number that stands for it. */
  make: { gets: { backend: BackendName; model: PlainModel }; gives: number };
  /** `tensorStep` of a batch; gives the loss. */
  step: { gets: { made: number; batch: readonly Example[]; alpha: number }; gives: number };
  read: { gets: number; gives: PlainModel };
  /** Gives how many tensors are left. */
  close: { gets: number; gives: number };
  /** table[ids[i]] += scale · rows[i] by `scatterRows`. */
  scatter: {
    gets: {
      backend: BackendName;
      table: PlainTable;
      ids: readonly number[];
      rows: PlainTable;
      scale: number;
    };
    gives: readonly number[];
  };
  /** A scalar on webgl whose context is taken away before it is read. */
  lose: { gets: null; gives: number };
  /** A training through: the losses that it told of, and its input vectors. */
  train: {
    gets: { backend?: BackendName; sentences: readonly (readonly string[])[]; options: TrainOptions };
    gives: { losses: readonly number[]; vectors: readonly number[] };
  };
  /** Words of a data set. */
  words: { gets: string; gives: number };
  /** Word vectors saved in the page and loaded again. */
  keep: { gets: { path: string; vectors: VectorRows }; gives: VectorRows };
  /** Words of vectors that an earlier page saved. */
  load: { gets: string; gives: readonly string[] };
  /** The text of the log of a training of as many events. */
  log: { gets: { path: string; events: number }; gives: string };
}

export type JobName = keyof Jobs;

/** A job on its way to the worker. */
export interface JobMessage<Name extends JobName = JobName> {
  readonly name: Name;
  readonly gets: Jobs[Name]["gets"];
}
