import type {
  BackendExplanation,
  BackendName,
  Example,
  SimdOptions,
  TokenRecord,
  TrainOptions,
  VectorRows,
} from "../../../../kernel-helpers/src/index.ts";

/** Rows of a table as plain numbers, which every driver of a browser can transfer. */
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

/** The jobs of a page's worker, by name: what each gets and what it returns. */
export interface Jobs {
  /** `explainBackends()`. */
  explain: { gets: null; gives: BackendExplanation[] };
  /** The report of `openBackend(name)`, or of "auto". */
  open: { gets: BackendName | "auto"; gives: { name: BackendName; report: string } };
  /** A tensor model on a backend; returns a number that identifies it. */
  make: { gets: { backend: BackendName; model: PlainModel }; gives: number };
  /** `tensorStep` of a batch; returns the loss. */
  step: { gets: { made: number; batch: readonly Example[]; alpha: number }; gives: number };
  read: { gets: number; gives: PlainModel };
  /** Returns how many tensors are left. */
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
  /** A complete training: the losses that it reported, its input vectors, and the threads of the simd engine, else 0. */
  train: {
    gets: {
      backend?: BackendName;
      simd?: SimdOptions;
      sentences: readonly (readonly string[])[];
      options: TrainOptions;
    };
    gives: { losses: readonly number[]; vectors: readonly number[]; threads: number };
  };
  /** Words of a data set. */
  words: { gets: string; gives: number };
  /** The tokens of a text, and how they were made. */
  divide: { gets: readonly string[]; gives: { sentences: readonly string[][]; record: TokenRecord } };
  /** Word vectors saved in the page and loaded again. */
  keep: { gets: { path: string; vectors: VectorRows }; gives: VectorRows };
  /** Words of vectors that an earlier page saved. */
  load: { gets: string; gives: readonly string[] };
  /** The text of the log of a training with that many events. */
  log: { gets: { path: string; events: number }; gives: string };
}

export type JobName = keyof Jobs;

/** A job on its way to the worker. */
export interface JobMessage<Name extends JobName = JobName> {
  readonly name: Name;
  readonly gets: Jobs[Name]["gets"];
}
