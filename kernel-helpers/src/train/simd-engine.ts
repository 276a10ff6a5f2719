import type { Numbers, Table } from "../base/index.ts";
import { startNumbers } from "../model/index.ts";
import { type RoundPart, type Simd, SimdModel, type SimdRound, simdTask } from "../simd/index.ts";
import type { EncodedCorpus } from "../vocabulary/index.ts";
import type { Engine } from "./engine.ts";
import type { Settings } from "./options.ts";

/** The engine that takes whole sentences and makes its examples itself, a round at a time. */
export interface SimdEngine extends Omit<Engine, "name" | "add"> {
  readonly name: "simd";
  /** Whether rounds run beside the program that waits for them. */
  readonly runsBeside: boolean;
  /** Where the ids of the next round go. */
  ids(): Int32Array;
  /** Trains the beginning of a round, see `SimdModel.run`. */
  round(round: SimdRound, stop: () => Promise<boolean>): Promise<RoundPart>;
  /** Ends the threads until the next round. */
  rest(): void;
  /** Examples since the last report. */
  examples(): number;
}

/** An engine for a corpus with a new model: the same start as the other engines', in float32. */
export function simdEngine(
  simd: Simd,
  { vocabulary, tokens }: EncodedCorpus,
  settings: Settings,
): SimdEngine {
  const model = new SimdModel(simd, simdTask(vocabulary.counts, settings, settings.epochs * tokens));
  const [rows, width] = [vocabulary.words.length, settings.vectorSize];
  const next = startNumbers(settings);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < width; k++) model.tables.input[i * model.stride + k] = next();
  const sum = (which: 0 | 1): number =>
    model.losses().reduce((total, of) => total + (of[which] as number), 0);
  const setLoss = (lossSum: number, examples: number): void => {
    model.losses().forEach((of, thread) => {
      of.set(thread === 0 ? [lossSum, examples] : [0, 0]);
    });
  };
  return {
    name: "simd",
    runsBeside: simd.threads > 1,
    ids: () => model.ids(),
    round: (round, stop) => model.run(round, stop),
    examples: () => sum(1),
    async report() {
      const mean = sum(0) / sum(1);
      setLoss(0, 0);
      return mean;
    },
    inputTable: async () => copied(model, "input", rows, width),
    async state() {
      const tables = {
        input: copied(model, "input", rows, width),
        output: copied(model, "output", rows, width),
      };
      return { updates: 0, tables, held: [], alphaSum: 0, lossSum: sum(0), examples: sum(1) };
    },
    restore({ tables, lossSum, examples }) {
      for (const name of ["input", "output"] as const) fill(model, name, tables[name] as Table<Numbers>);
      setLoss(lossSum, examples);
    },
    rest: () => model.endThreads(),
    close: () => model.endThreads(),
  };
}

/** Puts the rows of a table into the model, whose rows are longer. */
function fill(model: SimdModel, name: "input" | "output", { data, rows, width }: Table<Numbers>): void {
  for (let i = 0; i < rows; i++) {
    model.tables[name].set(data.subarray(i * width, (i + 1) * width), i * model.stride);
  }
}

function copied(
  model: SimdModel,
  name: "input" | "output",
  rows: number,
  width: number,
): Table<Float32Array> {
  const data = new Float32Array(rows * width);
  const { stride } = model;
  for (let i = 0; i < rows; i++) {
    data.set(model.tables[name].subarray(i * stride, i * stride + width), i * width);
  }
  return { data, rows, width };
}
