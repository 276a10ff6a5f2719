import { BLOCK_BYTES, PARAMETER_BYTES, SENTENCE, THREAD_BYTES } from "./layout.ts";

/** What a training needs memory for. */
export interface MemoryNeeds {
  /** V, the number of words. */
  readonly words: number;
  /** d, the numbers in a vector. */
  readonly vectorSize: number;
  /** Words looked at on each side. */
  readonly window: number;
  /** Most output rows of a step: K + 1, or the longest path. */
  readonly outputs: number;
  /** Nodes of all paths together; 0 with negative sampling. */
  readonly nodes: number;
  /** Number of threads. */
  readonly threads: number;
}

/** Ids of a round; there is room for one sentence at least. */
export const ROUND_IDS: number = 1 << 18;
/** Blocks of a round. */
export const ROUND_BLOCKS: number = 1 << 12;

/** Where everything lies, in bytes. */
export interface MemoryPlaces {
  readonly parameters: number;
  readonly input: number;
  readonly output: number;
  /** Bytes from a row to the next one: whole cache lines. */
  readonly stride: number;
  /** Bytes of a row that hold numbers; the step takes 32 at a time. */
  readonly rowBytes: number;
  readonly keep: number;
  readonly noise: number;
  readonly paths: number;
  readonly nodes: number;
  readonly ids: number;
  readonly blocks: number;
  readonly threads: readonly ThreadPlaces[];
  /** H, how many rows of each table every thread copies; 0 with one thread. */
  readonly hot: number;
  /** Bytes in all. */
  readonly end: number;
}

/** Where a thread's own memory lies. */
export interface ThreadPlaces {
  readonly start: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly labels: number;
  readonly matrix: number;
  readonly copies: number;
  readonly hidden: number;
  readonly kept: number;
  readonly reaches: number;
  readonly places: number;
  /** Its copies of frequent rows, see assembly/hot-rows.ts. */
  readonly own: number;
  /** Addresses of the N copies, of h and of its move. */
  readonly rows: readonly number[];
}

/** Bytes of a cache line. */
export const LINE: number = 64;
/** Bytes of a thread's copies: as many as the second cache of a server's processor holds. 1 and 4 MiB were slower on such a one. */
const COPIES_BYTES = 1 << 21;
const PAGE = 4096; // a processor fetches neighbouring lines together, but none beyond the page
const START = 1 << 14; // below lie the tables of the binary's own logarithm

/** Places for everything that a training needs, each at the start of a cache line. */
export function memoryPlaces(needs: MemoryNeeds): MemoryPlaces {
  const { words, vectorSize, window, outputs, nodes, threads } = needs;
  const stride = strideOf(vectorSize);
  const hot = threads > 1 ? hotRows(words, stride) : 0;
  let end = START;
  const take = (bytes: number): number => {
    const place = end;
    end = aligned(place + bytes);
    return place;
  };
  /** The start of a page: what a thread writes all the time must not lie beside what another one reads. */
  const takePage = (bytes: number): number => {
    if (threads > 1) end = Math.ceil(end / PAGE) * PAGE;
    return take(bytes);
  };
  const threadPlaces = (): ThreadPlaces => ({
    start: takePage(THREAD_BYTES),
    inputs: take(8 * window),
    outputs: take(4 * outputs),
    labels: take(4 * outputs),
    matrix: take(4 * (2 * window * outputs + 4)),
    copies: take(4 * outputs),
    hidden: take(8),
    kept: take(4 * SENTENCE),
    reaches: take(4 * SENTENCE),
    places: take(4 * SENTENCE),
    own: take(4 * hot * stride),
    rows: Array.from({ length: outputs + 2 }, () => take(stride)),
  });
  const places = {
    parameters: take(PARAMETER_BYTES),
    input: take(words * stride),
    output: take(words * stride),
    stride,
    rowBytes: Math.ceil(vectorSize / 8) * 32,
    keep: take(4 * words),
    noise: take(8 * words),
    paths: take(4 * (words + 1)),
    nodes: take(4 * nodes),
    ids: take(4 * ROUND_IDS),
    blocks: take(BLOCK_BYTES * (ROUND_BLOCKS + 1)),
    threads: Array.from({ length: threads }, threadPlaces),
    hot,
    end: 0,
  };
  return { ...places, end };
}

/** H: copies of both tables' rows that take at most `COPIES_BYTES`, and in no table all rows. */
function hotRows(words: number, stride: number): number {
  return Math.min(words - 1, Math.floor(COPIES_BYTES / (2 * stride)));
}

/** Bytes of a row: whole cache lines. */
export function strideOf(vectorSize: number): number {
  return aligned(4 * vectorSize);
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / LINE) * LINE;
}
