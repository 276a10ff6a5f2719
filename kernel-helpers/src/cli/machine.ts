import { availableParallelism, cpus, freemem, totalmem } from "node:os";

/** The machine that the course runs on. */
export interface Machine {
  readonly processor: string;
  /** Threads that can run at once. */
  readonly cores: number;
  /** Bytes of memory that this process may use; a container's limit where there is one. */
  readonly memory: number;
  /** Bytes of memory that are free now. */
  readonly freeMemory: number;
}

/** Looks at this machine. */
export function thisMachine(): Machine {
  const limit = process.constrainedMemory() ?? 0; // 0 if there is no limit
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown processor",
    cores: availableParallelism(),
    memory,
    freeMemory: Math.min(freemem(), memory),
  };
}

/** The machine in one line. */
export function machineLine({ processor, cores, memory, freeMemory }: Machine): string {
  return `${processor}, ${cores} cores, ${gibibytes(memory)} GiB of memory, ${gibibytes(freeMemory)} free`;
}

/** Bytes in GiB: "23.5". */
export function gibibytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
