import { newWasmMemory, type Random, randomBelow, type WasmMemory } from "../base/index.ts";
import { instantiate, type SimdFunctions } from "./binary.ts";
import { divideRound, writeBlocks } from "./divide-round.ts";
import * as at from "./layout.ts";
import { type MemoryPlaces, memoryPlaces, ROUND_IDS, type ThreadPlaces } from "./memory-places.ts";
import { fillIds } from "./random-plan.suite.ts";
import type { SimdTask } from "./simd-task.ts";
import { writeTask } from "./write-task.ts";

/** The memory of two threads with copies, which a test lets work in turn, so that it knows what comes out. */
export interface TwoThreads {
  readonly memory: WasmMemory;
  readonly places: MemoryPlaces;
  readonly functions: SimdFunctions;
  readonly input: Float32Array;
  readonly output: Float32Array;
}

/** Two threads that copy the `hot` most frequent rows of each table and exchange after `turn` words; the tables are zero. */
export function twoThreads(
  module: object,
  task: SimdTask,
  { hot, turn }: { readonly hot: number; readonly turn: number },
): TwoThreads {
  const places = {
    ...memoryPlaces({ ...task, ...task.settings, nodes: task.nodes.length, threads: 2 }),
    hot,
  };
  const { end, input, output, parameters, stride } = places;
  const memory = newWasmMemory(end, { most: end, shared: false, action: "Cannot test", remedy: "" });
  const { buffer } = memory;
  writeTask(buffer, places, task);
  const view = new DataView(buffer, parameters);
  view.setUint32(at.HOT, hot, true);
  view.setUint32(at.TURN, turn, true);
  const table = (place: number): Float32Array => new Float32Array(buffer, place, (task.words * stride) / 4);
  const functions = instantiate(module, memory);
  return { memory, places, functions, input: table(input), output: table(output) };
}

/** Numbers from -2 to 2 for every vector. */
export function fillTables({ input, output, places }: TwoThreads, words: number, random: Random): void {
  const [stride, width] = [places.stride / 4, places.rowBytes / 4];
  for (const table of [input, output]) {
    for (let word = 0; word < words; word++)
      for (let i = 0; i < width; i++) table[word * stride + i] = 4 * random() - 2;
  }
}

/**
 * Trains random sentences: some blocks by the first thread, then the others by the second one. Returns the memory as it was before
 * the threads began.
 */
export function trainInTurn(
  { memory, places, functions }: TwoThreads,
  words: number,
  random: Random,
): Uint32Array {
  const { parameters, threads } = places;
  const ids = new Int32Array(memory.buffer, places.ids, ROUND_IDS);
  const length = fillIds(ids, words, random);
  const division = { tokens: length, blockTokens: 1 + randomBelow(30, random), words };
  const blocks = divideRound(ids.subarray(0, length), division);
  const view = new DataView(memory.buffer);
  writeBlocks(view, places.blocks, blocks, randomBelow(500, random));
  const before = new Uint32Array(memory.buffer).slice();
  const first = randomBelow(blocks.length, random);
  [
    [0, first],
    [first, blocks.length - 1],
  ].forEach(([from, to], i) => {
    view.setInt32(parameters + at.NEXT_BLOCK, from as number, true);
    view.setInt32(parameters + at.BLOCK_COUNT, to as number, true);
    functions.round(parameters, (threads[i] as ThreadPlaces).start);
  });
  return before;
}
