import { host } from "#host";
import { allowRelaxed } from "#threads";
import { counted, optionName, requireInteger } from "../base/index.ts";
import { canRun, compileBinary, type SimdBinary, simdBinaries } from "./binary.ts";

const MOST_THREADS = 256;

/** Options of `openSimd`. */
export interface SimdOptions {
  /** Threads that train together; 0 for as many as this program may use at once. Default: 0. */
  readonly threads?: number;
  /**
   * "plain" rounds alike on every machine; "relaxed" is about a fifth faster and rounds as the processor does; "auto" takes
   * "relaxed" where the machine has it. Default: "plain".
   */
  readonly binary?: SimdBinary | "auto";
}

/** The simd engine, ready to train: the third argument of `startTraining`. */
export interface Simd {
  /** Which engine this is. */
  readonly engine: "simd";
  /** The binary that trains. */
  readonly binary: SimdBinary;
  /** How many threads train together. With one, the same seed gives the same numbers. */
  readonly threads: number;
  /** The compiled binary. */
  readonly module: object;
  /** Engine, binary and threads in one line, and why there are no more. */
  readonly report: string;
}

/**
 * Prepares the engine that trains with WebAssembly. In a page that is not isolated it takes one thread, whatever is asked for. Throws RangeError for options that are not valid, Error if "relaxed" is asked for where it cannot run.
 *
 * @example
 * openSimd({ threads: 1 }).report; // "engine: simd, plain SIMD, 1 thread"
 */
export function openSimd({ threads = 0, binary = "plain" }: SimdOptions = {}): Simd {
  requireInteger("Cannot open the simd engine", { threads }, 0);
  if (threads > MOST_THREADS) {
    throw new RangeError(
      `Cannot open the simd engine as ${optionName("threads")} must be at most ${MOST_THREADS}: current value is ${threads}`,
    );
  }
  const name = chosenBinary(binary);
  const available = host.threads();
  const count = available === 0 ? 1 : threads || available;
  const kind = `engine: simd, ${name} SIMD, ${counted(count, "thread")}`;
  const why = available === 0 ? ": this page is not isolated, and its threads cannot share memory" : "";
  return {
    engine: "simd",
    binary: name,
    threads: count,
    module: compileBinary(name, count > 1),
    report: kind + why,
  };
}

function chosenBinary(wanted: SimdBinary | "auto"): SimdBinary {
  if (wanted !== "auto" && !simdBinaries.includes(wanted)) {
    throw new RangeError(
      `Cannot open the simd engine as ${optionName("binary")} must be "plain", "relaxed" or "auto": current value is ${JSON.stringify(wanted)}`,
    );
  }
  if (wanted === "plain") return "plain";
  allowRelaxed();
  if (canRun("relaxed")) return "relaxed";
  if (wanted === "auto") return "plain";
  throw new Error(
    `Cannot open the simd engine: this machine has no relaxed SIMD. Remedy: use it with ${optionName("binary")} "plain"`,
  );
}

/** Whether something is what `openSimd` gave. */
export function isSimd(thing: object): thing is Simd {
  return (thing as Partial<Simd>).engine === "simd";
}
