import { seededRandom } from "../base/index.ts";
import * as at from "./layout.ts";
import type { MemoryPlaces, ThreadPlaces } from "./memory-places.ts";
import type { SimdTask } from "./simd-task.ts";

const FULL = 2 ** 32;
/** More would be faster, but threads would learn too late of each other's moves: with 64 the loss is 0.3 % higher, with 16 0.1 %. */
const TURNS = 16;

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
  for (const thread of threads) writeThread(buffer, thread);
}

/** A probability as a multiple of 2^-32; 1 becomes the largest one, which is still always reached. */
function fraction(probability: number): number {
  return Math.min(Math.round(probability * FULL), FULL - 1);
}

function writeParameters(
  view: DataView,
  places: MemoryPlaces,
  { settings, words, totalTokens }: SimdTask,
): void {
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
    [at.HOT_OUTPUT, hs ? words - 1 - places.hot : 0],
    [at.TURNS, TURNS],
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

function writeThread(buffer: ArrayBuffer, thread: ThreadPlaces): void {
  const view = new DataView(buffer, thread.start);
  const { inputs, outputs, labels, matrix, copies, hidden, kept, reaches, places, own, taken, rows } = thread;
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
    [at.OWN, own],
    [at.TAKEN, taken],
  ];
  for (const [place, value] of numbers) view.setUint32(place, value, true);
  const n = rows.length - 2;
  new Uint32Array(buffer, copies, n).set(rows.slice(0, n));
  new Uint32Array(buffer, hidden, 2).set(rows.slice(n));
}
