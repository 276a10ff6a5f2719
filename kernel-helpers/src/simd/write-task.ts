import { seededRandom } from "../base/index.ts";
import * as at from "./layout.ts";
import type { MemoryPlaces, ThreadPlaces } from "./memory-places.ts";
import type { SimdTask } from "./simd-task.ts";

const FULL = 2 ** 32;
/**
 * Words that all threads together train before each exchanges its most frequent rows. Of 250 to 2,000 the speed of two threads changes
 * by 3 %; with more, threads learn later of each other's moves.
 */
const TURN = 500;

/** Writes everything but the tables. */
export function writeTask(buffer: ArrayBuffer, places: MemoryPlaces, task: SimdTask): void {
  writeParameters(new DataView(buffer, places.parameters), places, task);
  const { keep, noise, paths, nodes, threads } = places;
  const { share, alias } = task.noise;
  const words = (place: number, values: ArrayLike<number>): void =>
    new Uint32Array(buffer, place, values.length).set(values);
  words(keep, Array.from(task.keep, fraction));
  words(
    noise,
    Array.from({ length: 2 * share.length }, (_, i) =>
      i % 2 === 0 ? fraction(share[i / 2] as number) : (alias[(i - 1) / 2] as number),
    ),
  );
  words(paths, task.paths);
  words(nodes, task.nodes);
  const output = (places.hot - hotOutput(places, task)) * places.stride;
  for (const thread of threads) writeThread(buffer, thread, output);
}

/** A probability as a multiple of 2^-32; 1 becomes the largest one, which is still always reached. */
function fraction(probability: number): number {
  return Math.min(Math.round(probability * FULL), FULL - 1);
}

/** The first of the frequent rows of the output table: those of a tree are its last ones. */
function hotOutput({ hot }: MemoryPlaces, { settings, words }: SimdTask): number {
  return settings.hs ? words - 1 - hot : 0;
}

function writeParameters(view: DataView, places: MemoryPlaces, task: SimdTask): void {
  const { settings, words, totalTokens } = task;
  const { architecture, window, negative, hs, cbowMean, cCompat, alpha, minAlpha } = settings;
  const flags =
    (architecture === "cbow" ? at.CBOW : 0) |
    (hs ? at.HIERARCHICAL : 0) |
    (cbowMean ? 0 : at.SUM) |
    (cCompat ? at.UNDIVIDED : 0);
  const numbers: readonly (readonly [place: number, value: number])[] = [
    [at.INPUT, places.input],
    [at.OUTPUT, places.output],
    [at.STRIDE, places.stride],
    [at.ROW_BYTES, places.rowBytes],
    [at.WORDS, words],
    [at.WINDOW, window],
    [at.NEGATIVE, negative],
    [at.FLAGS, flags],
    [at.KEEP, places.keep],
    [at.NOISE, places.noise],
    [at.PATHS, places.paths],
    [at.NODES, places.nodes],
    [at.IDS, places.ids],
    [at.BLOCKS, places.blocks],
    [at.HOT_OUTPUT, hotOutput(places, task)],
    [at.TURN, Math.ceil(TURN / places.threads.length)],
  ];
  for (const [place, value] of numbers) view.setUint32(place, value, true);
  view.setBigUint64(at.SEED, keyOf(settings.seed), true);
  view.setFloat64(at.TOTAL, totalTokens, true);
  view.setFloat64(at.ALPHA, alpha, true);
  view.setFloat64(at.MIN_ALPHA, minAlpha, true);
}

/** 64 bits that are far apart for neighbouring seeds; `seed` itself makes the tables. */
function keyOf(seed: number): bigint {
  const [low, high] = seededRandom(seed + 1).state();
  return (BigInt((high as number) >>> 0) << 32n) | BigInt((low as number) >>> 0);
}

function writeThread(buffer: ArrayBuffer, thread: ThreadPlaces, toOutput: number): void {
  const view = new DataView(buffer, thread.start);
  const { inputs, outputs, labels, matrix, copies, hidden, kept, reaches, places, own, rows } = thread;
  const numbers: readonly (readonly [place: number, value: number])[] = [
    [at.INPUTS, inputs],
    [at.OUTPUTS, outputs],
    [at.LABELS, labels],
    [at.MATRIX, matrix],
    [at.COPIES, copies],
    [at.HIDDEN, hidden],
    [at.KEPT, kept],
    [at.REACHES, reaches],
    [at.PLACES, places],
    [at.OWN_INPUT, own],
    [at.OWN_OUTPUT, own + toOutput],
  ];
  for (const [place, value] of numbers) view.setUint32(place, value, true);
  const n = rows.length - 2;
  new Uint32Array(buffer, copies, n).set(rows.slice(0, n));
  new Uint32Array(buffer, hidden, 2).set(rows.slice(n));
}
