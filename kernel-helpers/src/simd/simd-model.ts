import { startThreads } from "#threads";
import { newWasmMemory, type WasmMemory } from "../base/index.ts";
import { addressablePlaces } from "./addressable-places.ts";
import { instantiate, type SimdFunctions } from "./binary.ts";
import { divideRound, type RoundPart, writeBlocks } from "./divide-round.ts";
import * as at from "./layout.ts";
import { type MemoryPlaces, ROUND_IDS, type ThreadPlaces } from "./memory-places.ts";
import type { Simd } from "./open-simd.ts";
import type { SimdTask } from "./simd-task.ts";
import type { Threads } from "./threads.portable.ts";
import { requireWindow, type SimdWindow } from "./window.ts";
import { writeTask } from "./write-task.ts";

/** A round to train. */
export interface SimdRound {
  /** How many of `ids()` are there. */
  readonly length: number;
  /** Tokens of the training before them. */
  readonly done: number;
  /** Tokens from which on the round ends with its sentence. */
  readonly tokens: number;
}

/** Both tables of a model in the memory of WebAssembly, and the threads that train them. */
export class SimdModel {
  /** The input table and the output table; rows have `stride` numbers, of which the first d are the vector. */
  readonly tables: Readonly<Record<"input" | "output", Float32Array>>;
  /** Numbers from a row of a table to the next one. */
  readonly stride: number;
  readonly #simd: Simd;
  readonly #memory: WasmMemory;
  readonly #places: MemoryPlaces;
  readonly #functions: SimdFunctions;
  readonly #blockTokens: number;
  readonly #task: SimdTask;
  #threads: Promise<Threads> | undefined;

  /** Takes the memory and writes everything but the tables, which are zero. Throws RangeError if it does not fit. */
  constructor(simd: Simd, task: SimdTask) {
    const { words, outputs, nodes } = task;
    const { vectorSize, window } = task.settings;
    const needs = { words, vectorSize, window, outputs, nodes: nodes.length, threads: simd.threads };
    this.#simd = simd;
    this.#task = task;
    this.#places = addressablePlaces(needs);
    this.#memory = newWasmMemory(this.#places.end, {
      most: this.#places.end,
      shared: simd.threads > 1,
      action: "Cannot train on the simd engine",
      remedy: "close other programs, or train fewer words or smaller vectors",
    });
    this.#functions = instantiate(simd.module, this.#memory);
    this.#blockTokens = Math.ceil(6e6 / (window * outputs * vectorSize)); // about a millisecond: threads end together
    const { stride, input, output } = this.#places;
    const { buffer } = this.#memory;
    this.stride = stride / 4;
    this.tables = {
      input: new Float32Array(buffer, input, words * this.stride),
      output: new Float32Array(buffer, output, words * this.stride),
    };
    writeTask(buffer, this.#places, task);
  }

  /** Where the ids of the next round go, of words from 0 to V - 1; every sentence ends with -1 and has at most 1,000 ids. */
  ids(): Int32Array {
    return new Int32Array(this.#memory.buffer, this.#places.ids, ROUND_IDS);
  }

  /** Σ of the losses and number of examples since they were last set to zero: two numbers for each thread. */
  losses(): Float64Array[] {
    return this.#places.threads.map(({ start }) => new Float64Array(this.#memory.buffer, start + at.LOSS, 2));
  }

  /**
   * Trains whole sentences of a round, at least one, and returns what was trained. With several threads it ends earlier, soon
   * after `stop` resolves to true; `stop` is asked again and again and must wait a little itself.
   */
  async run({ length, done, tokens }: SimdRound, stop: () => Promise<boolean>): Promise<RoundPart> {
    const { parameters, blocks: place, threads, hot } = this.#places;
    const view = new DataView(this.#memory.buffer);
    const division = { tokens, blockTokens: this.#blockTokens, words: this.#task.words };
    const blocks = divideRound(this.ids().subarray(0, length), division);
    writeBlocks(view, place, blocks, done);
    view.setInt32(parameters + at.BLOCK_COUNT, blocks.length - 1, true);
    const alone = this.#simd.threads === 1 || blocks.length <= 2; // a message would take as long as a block
    view.setInt32(parameters + at.HOT, alone ? 0 : hot, true);
    const control = new Int32Array(this.#memory.buffer, parameters, at.PARAMETER_BYTES / 4);
    Atomics.store(control, at.NEXT_BLOCK / 4, 0);
    Atomics.store(control, at.STOP / 4, 0);
    if (alone) this.#functions.round(parameters, (threads[0] as ThreadPlaces).start);
    else await this.#runThreads(() => Atomics.store(control, at.STOP / 4, 1), stop);
    const taken = Math.min(Atomics.load(control, at.NEXT_BLOCK / 4), blocks.length - 1);
    return blocks[taken] as RoundPart;
  }

  async #runThreads(end: () => void, stop: () => Promise<boolean>): Promise<void> {
    this.#threads ??= startThreads({
      module: this.#simd.module,
      memory: this.#memory,
      parameters: this.#places.parameters,
      threads: this.#places.threads.map(({ start }) => start),
    });
    const round = (await this.#threads).round().then(() => "ended" as const);
    for (;;) {
      const answer = await Promise.race([round, stop()]);
      if (answer === "ended") return;
      if (answer) end();
    }
  }

  /**
   * One step on a window at learning rate `alpha`. Skip-Gram has an example for each input:
   *
   *   z_ij = v_i · u_j,   e_ij = σ(z_ij) - t_j,   u_j -= α Σ_i e_ij v_i,   v_i -= α Σ_j e_ij u_j
   *
   * with the rows before the step on the right. CBOW has one, h = (1/M) Σ_i v_i, and each v_i moves by 1/M of h's move. Moves
   * both tables and returns the summed loss before the step. Throws RangeError for a word that is not in the tables, for no input
   * or output, and for more than 2 `window` inputs or more outputs than the task has.
   */
  step({ inputs, outputs, labels, scalar = false }: SimdWindow, alpha: number): number {
    requireWindow({ inputs, outputs, labels }, this.#task);
    const { input, output, stride, parameters, threads } = this.#places;
    const thread = threads[0] as ThreadPlaces;
    const { buffer } = this.#memory;
    const rows = (place: number, words: readonly number[], table: number): void =>
      new Uint32Array(buffer, place, words.length).set(words.map((word) => table + word * stride));
    rows(thread.inputs, inputs, input);
    rows(thread.outputs, outputs, output);
    new Uint32Array(buffer, thread.labels, labels.length).set(labels);
    const view = new DataView(buffer, parameters);
    const flags = view.getUint32(at.FLAGS, true);
    view.setUint32(at.FLAGS, scalar ? flags | at.SCALAR : flags, true);
    const sums = new Float64Array(buffer, thread.start + at.LOSS, 1);
    const before = sums[0] as number;
    this.#functions.step(parameters, thread.start, inputs.length, outputs.length, alpha);
    view.setUint32(at.FLAGS, flags, true);
    return (sums[0] as number) - before;
  }

  /** Ends the threads. The next round would start them again. */
  endThreads(): void {
    void this.#threads?.then((threads) => threads.close()).catch(() => undefined); // they may never have started
    this.#threads = undefined;
  }
}
