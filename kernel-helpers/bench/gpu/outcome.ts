/** How a part of the bench ended on one backend. */
export type Outcome<Value> =
  | { readonly ok: true; readonly seconds: number; readonly value: Value }
  | { readonly ok: false; readonly seconds: number; readonly why: string; readonly value?: Value };

/** What is measured of one shape of a batch. */
export interface StepMeasure {
  readonly architecture: "skip-gram" | "cbow";
  /** What the output layer is trained with. */
  readonly output: "noise" | "tree";
  /** V. */
  readonly words: number;
  /** B. */
  readonly batchSize: number;
  /** Training examples per second; the reading of the loss at every tenth step counts. */
  readonly examplesPerSecond: number;
  readonly steps: number;
  /** Mean loss of the first step, and of the last one on the same batch. */
  readonly firstLoss: number;
  readonly lastLoss: number;
}

/** A training that was also done on cpu, with the same seed. */
export interface Agreement {
  readonly training: string;
  /** The loss that cpu ended with. */
  readonly loss: number;
  /** Largest difference of a reported loss from cpu's. */
  readonly lossDifference: number;
  /** Largest difference of a number of a vector from cpu's. */
  readonly vectorDifference: number;
}

/** A training of the State of the Union. */
export interface CorpusMeasure {
  readonly batchSize: number;
  readonly words: number;
  readonly epochs: number;
  readonly seconds: number;
  readonly wordsPerSecond: number;
  readonly firstLoss: number;
  readonly lastLoss: number;
  /** Spearman's correlation with WordSim-353; absent where its questions are not installed. */
  readonly wordsim?: number;
  /** Share of the analogies of Mikolov et al. (2013a) that are solved; absent likewise. */
  readonly analogies?: number;
}

/** Memory in megabytes. */
export interface MemoryMeasure {
  readonly steps: number;
  /** Of the process (RSS), at each tenth of the steps. */
  readonly process: readonly number[];
  /** Of the GPU as nvidia-smi tells it, of all programs together, at the same places; absent without it. */
  readonly gpu?: readonly number[];
}

/** Where the time of a step goes. */
export interface StepProfile {
  /** V. */
  readonly words: number;
  readonly batchSize: number;
  /** Milliseconds of a step, median: packing its examples, calling TensorFlow.js, waiting for the loss. */
  readonly packing: number;
  readonly calling: number;
  readonly waiting: number;
  /** The kernels of one step, those that take longest first. */
  readonly kernels: readonly {
    readonly name: string;
    readonly calls: number;
    /** Milliseconds of all calls; absent where the backend does not tell. */
    readonly milliseconds?: number;
    /** Megabytes of all results. */
    readonly megabytes: number;
  }[];
}

/** What vitest says of the contract suites. */
export interface ContractResult {
  readonly passed: number;
  readonly failed: readonly { readonly name: string; readonly message: string }[];
  /** Tests that do not concern this backend. */
  readonly skipped: number;
}

/** What a backend says of itself when it is opened. */
export interface OpenResult {
  readonly device: string;
  readonly report: string;
  /** Whether a "GPU" is emulated on the CPU. */
  readonly software: boolean;
  /** Milliseconds until the first sum is read, the opening included. */
  readonly firstResult: number;
}

/** Everything that one backend did. */
export interface BackendResults {
  readonly open?: Outcome<OpenResult>;
  readonly contract?: Outcome<ContractResult>;
  readonly agreement?: Outcome<readonly Agreement[]>;
  readonly steps?: Outcome<readonly StepMeasure[]>;
  readonly corpus?: Outcome<readonly CorpusMeasure[]>;
  readonly memory?: Outcome<MemoryMeasure>;
  readonly profile?: Outcome<StepProfile>;
}
