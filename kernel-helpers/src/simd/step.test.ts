import { describe, expect, test } from "vitest";
import {
  addScaled,
  copyTable,
  filledTable,
  type Random,
  randomBelow,
  row,
  seededRandom,
} from "../base/index.ts";
import { batchGradients, type Example, type Model } from "../model/index.ts";
import { huffmanTree } from "../vocabulary/index.ts";
import { openSimd } from "./open-simd.ts";
import { SimdModel } from "./simd-model.ts";
import { type SimdSettings, simdTask } from "./simd-task.ts";
import type { SimdWindow } from "./window.ts";

const WORDS = 30;
const counts = Array.from({ length: WORDS }, (_, word) => 100 - word);
const tree = huffmanTree(counts);
const ALPHA = 0.5; // moves that are large beside the rounding of the rows themselves

interface Case {
  readonly architecture: "cbow" | "skip-gram";
  readonly hs: boolean;
  readonly binary: "plain" | "relaxed";
  readonly scalar: boolean;
  /** How CBOW makes its hidden layer and shares out its move. */
  readonly hidden: "mean" | "sum" | "cCompat";
}

const cases: Case[] = [
  { architecture: "cbow", hidden: "mean" } as const,
  { architecture: "cbow", hidden: "sum" } as const,
  { architecture: "cbow", hidden: "cCompat" } as const,
  { architecture: "skip-gram", hidden: "mean" } as const,
].flatMap((model) =>
  [false, true].flatMap((hs) =>
    (["plain", "relaxed"] as const).flatMap((binary) =>
      [false, true].map((scalar) => ({ ...model, hs, binary, scalar })),
    ),
  ),
);

describe.each(cases)("$architecture, $hidden, hierarchical $hs, $binary SIMD, scalar $scalar", (variant) => {
  test.each([1, 3, 8, 25, 100])("vectors of %i numbers move as in float64", (vectorSize) => {
    for (let seed = 1; seed <= 8; seed++) {
      const random = seededRandom(seed);
      const window = 1 + randomBelow(6, random);
      const some = seed <= 4 ? 5 : 1 + randomBelow(8, random); // 5, the default, has a way of its own
      const negative = variant.hs ? 0 : some;
      const settings = settingsFor(variant, { vectorSize, window, negative });
      const model = randomModel(vectorSize, random);
      const simd = newModel(model, settings, variant.binary);
      const plan = randomWindow(settings, random);
      const examples = examplesOf(plan, settings);
      const count = plan.context.length;
      // with rows M times as long, the mean is the sum
      const summed = variant.hidden === "sum" ? { ...model, input: scaled(model.input, count) } : model;
      const { loss, input, output } = batchGradients(summed, examples);
      const [before, after] = [model, { input: copyTable(model.input), output: copyTable(model.output) }];
      for (const name of ["input", "output"] as const) {
        const { ids, rows } = name === "input" ? input : output;
        const undivided = name === "input" && variant.hidden !== "mean" ? count : 1; // the gradient has 1 / M
        for (const [i, id] of ids.entries()) {
          addScaled(row(after[name], id), -ALPHA * undivided, row(rows, i));
        }
      }
      const found = simd.step({ ...windowOf(plan), scalar: variant.scalar }, ALPHA);
      expect(found).toBeCloseTo(loss * examples.length, 3);
      for (const name of ["input", "output"] as const) {
        expect(deviation(simd, name, before, after)).toBeLessThan(1e-5);
      }
    }
  });
});

/** A center and its context, with the words or nodes of the output layer. */
interface Plan {
  readonly context: readonly number[];
  readonly target: number;
  readonly negatives: readonly number[];
  readonly hs: boolean;
}

function settingsFor(
  { architecture, hs, hidden }: Case,
  sizes: Pick<SimdSettings, "vectorSize" | "window" | "negative">,
): SimdSettings {
  const rest = {
    sample: 0,
    nsExponent: 0.75,
    cbowMean: hidden !== "sum",
    cCompat: hidden === "cCompat",
    alpha: ALPHA,
    minAlpha: 1e-4,
    seed: 1,
  };
  return { architecture, hs, ...sizes, ...rest };
}

function randomModel(width: number, random: Random): Model {
  const next = (): number => (4 * random() - 2) / width ** 0.25; // scores of some units
  return {
    input: float32(filledTable(WORDS, width, next)),
    output: float32(filledTable(WORDS, width, next)),
  };
}

function scaled(table: Model["input"], factor: number): Model["input"] {
  return { ...table, data: table.data.map((x) => factor * x) };
}

function float32<T extends Model["input"]>(table: T): T {
  table.data.forEach((value, i) => {
    table.data[i] = Math.fround(value);
  });
  return table;
}

function newModel(model: Model, settings: SimdSettings, binary: Case["binary"]): SimdModel {
  const simd = new SimdModel(openSimd({ threads: 1, binary }), simdTask(counts, settings, 1000));
  for (const name of ["input", "output"] as const) {
    for (let word = 0; word < WORDS; word++)
      simd.tables[name].set(row(model[name], word), word * simd.stride);
  }
  return simd;
}

/** Words may occur twice in the context, the target may be in it, and noise words may be drawn twice. */
function randomWindow({ window, negative, hs }: SimdSettings, random: Random): Plan {
  const word = (): number => randomBelow(WORDS, random);
  const context = Array.from({ length: 1 + randomBelow(2 * window, random) }, word);
  if (context.length > 2 && random() < 0.5) context[2] = context[0] as number;
  const negatives = Array.from({ length: negative }, word);
  if (negative > 1 && random() < 0.5) negatives[1] = negatives[0] as number;
  return { context, target: word(), negatives, hs };
}

/** Skip-Gram's examples have the context word as input and the center as target, as in gensim. */
function examplesOf({ context, target, negatives, hs }: Plan, { architecture }: SimdSettings): Example[] {
  const layer = hs ? { path: tree[target] as (typeof tree)[number] } : { negatives };
  if (architecture === "cbow") return [{ inputs: context, target, ...layer }];
  return context.map((word) => ({ inputs: [word], target, ...layer }));
}

function windowOf({ context, target, negatives, hs }: Plan): SimdWindow {
  const { points, code } = tree[target] as (typeof tree)[number];
  if (hs) return { inputs: context, outputs: points, labels: code.map((branch) => (1 - branch) as 0 | 1) };
  return {
    inputs: context,
    outputs: [target, ...negatives],
    labels: [1, ...negatives.map(() => 0 as const)],
  };
}

/** Largest deviation from `after`, in parts of the largest move from `before`. */
function deviation(simd: SimdModel, name: "input" | "output", before: Model, after: Model): number {
  let [largest, off] = [0, 0];
  const { width, data } = after[name];
  data.forEach((wanted, i) => {
    const found = simd.tables[name][Math.floor(i / width) * simd.stride + (i % width)] as number;
    largest = Math.max(largest, Math.abs(wanted - (before[name].data[i] as number)));
    off = Math.max(off, Math.abs(found - wanted));
  });
  return off / largest;
}
