/** What every thread of a training gets. */
export interface ThreadTask {
  /** The compiled binary for shared memory. */
  readonly module: object;
  /** The shared memory. */
  readonly memory: object;
  /** Address of the parameters. */
  readonly parameters: number;
  /** Address of each thread's own memory. */
  readonly threads: readonly number[];
}

/** Threads that train together on one memory. */
export interface Threads {
  /** Lets all threads take blocks of the round in the memory; resolves when the last one has ended. Rejects if one failed. */
  round(): Promise<void>;
  /** Ends the threads. */
  close(): void;
}

/** Starts the threads; resolves when all are ready. The condition of the import chooses Node's or the browser's. */
export declare function startThreads(task: ThreadTask): Promise<Threads>;

/** Allows relaxed SIMD where the machine knows it but waits for a flag, as Node 20 does; call it before the first compilation. */
export declare function allowRelaxed(): void;
