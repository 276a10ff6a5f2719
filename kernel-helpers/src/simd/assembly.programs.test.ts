import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { binaryTexts, compileAssembly } from "../../assembly/build.mjs";
import { tilesText } from "../../assembly/generate-tiles.mjs";
import { type Random, randomBelow, seededRandom } from "../base/index.ts";
import { compileBytes } from "./binary.ts";
import { PARAMETER_BYTES, WORDS } from "./layout.ts";
import { type MemoryPlaces, memoryPlaces } from "./memory-places.ts";
import type { Simd } from "./open-simd.ts";
import { SimdModel } from "./simd-model.ts";
import { type SimdSettings, type SimdTask, simdTask } from "./simd-task.ts";

// W2V_PLANS=100000 W2V_SEED=7 npx vitest run --project programs kernel-helpers/src/simd/assembly
const PLANS = Number(process.env.W2V_PLANS ?? 200);
const SEED = Number(process.env.W2V_SEED ?? Math.floor(Date.now() / 86_400_000)); // another slice each day

let checked: Simd;
beforeAll(async () => {
  const bytes = Uint8Array.from(await compileAssembly({ assertions: true }));
  checked = {
    engine: "simd",
    binary: "plain",
    threads: 1,
    module: compileBytes(bytes, false),
    report: "",
  };
});

test("tiles.ts and the binaries are what the sources make", async () => {
  const text = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
  const told = "run node kernel-helpers/assembly/build.mjs";
  expect(text("../../assembly/tiles.ts") === tilesText(), told).toBe(true);
  for (const [path, made] of Object.entries(await binaryTexts())) {
    expect(text(`../${path}`) === made, `${path}: ${told}`).toBe(true);
  }
});

test(`${PLANS} random trainings write nothing but what they may, seed ${SEED}`, async () => {
  for (let plan = 0; plan < PLANS; plan++) {
    const random = seededRandom(SEED * 1_000_000 + plan);
    const { settings, counts } = randomPlan(random);
    const task = simdTask(counts, settings, 1000);
    const model = new SimdModel(checked, task);
    const length = fillIds(model.ids(), counts.length, random);
    const table = Float32Array.from({ length: counts.length * settings.vectorSize }, () => 4 * random() - 2);
    for (const name of ["input", "output"] as const) {
      for (let word = 0; word < counts.length; word++) {
        const row = table.subarray(word * settings.vectorSize, (word + 1) * settings.vectorSize);
        model.tables[name].set(row, word * model.stride);
      }
    }
    const after = new Uint32Array(model.tables.input.buffer);
    const before = after.slice();
    await model.run({ length, done: randomBelow(500, random), tokens: length }, async () => false);
    const places = memoryPlaces({ ...task, ...settings, nodes: task.nodes.length, threads: 1 });
    expect(firstForbidden(before, after, places, counts.length), JSON.stringify(settings)).toBe(-1);
    expect(model.tables.input.every(Number.isFinite), JSON.stringify(settings)).toBe(true);
  }
}, 600_000);

function randomPlan(random: Random): { settings: SimdSettings; counts: number[] } {
  const hs = random() < 0.4;
  const window = 1 + randomBelow(9, random);
  const cbowMean = random() < 0.7;
  const settings: SimdSettings = {
    architecture: random() < 0.5 ? "cbow" : "skip-gram",
    vectorSize: 1 + randomBelow(70, random),
    window,
    sample: random() < 0.5 ? 0 : 0.1,
    negative: hs ? 0 : 1 + randomBelow(25, random),
    nsExponent: 1.5 * random() - 0.5,
    hs,
    cbowMean,
    cCompat: random() < 0.3,
    alpha: (0.01 * random()) / (cbowMean ? 1 : (2 * window) ** 2), // a sum of one word's vectors grows by their number squared
    minAlpha: 0,
    seed: randomBelow(1000, random),
  };
  const counts = Array.from({ length: 2 + randomBelow(40, random) }, () => 1 + randomBelow(1000, random));
  return { settings, counts: counts.sort((a, b) => b - a) };
}

/** Sentences of 0 to 40 ids, now and then one of 1,000, the last one perhaps cut off; returns how many numbers it wrote. */
function fillIds(ids: Int32Array, words: number, random: Random): number {
  let at = 0;
  for (let sentence = 0; sentence < 4; sentence++) {
    const length = random() < 0.02 ? 1000 : randomBelow(41, random);
    for (let i = 0; i < length; i++) ids[at++] = randomBelow(words, random);
    ids[at++] = -1;
  }
  if (random() < 0.2) ids[at++] = 0;
  return at;
}

/** Index of the first uint32 that changed outside the vectors, the parameters and the thread's own memory; -1 for none. */
function firstForbidden(
  before: Uint32Array,
  after: Uint32Array,
  places: MemoryPlaces,
  words: number,
): number {
  const { parameters, input, output, stride, rowBytes, blocks, threads } = places;
  const start = threads[0]?.start ?? 0;
  return after.findIndex((value, i) => {
    if (value === before[i]) return false;
    const at = 4 * i;
    const inTable = (table: number): boolean =>
      at >= table && at < table + words * stride && (at - table) % stride < rowBytes;
    if (inTable(input) || inTable(output) || at >= start) return false;
    return !(at >= parameters && at < parameters + PARAMETER_BYTES) && !(at >= blocks && at < start);
  });
}

test("an id outside the tables is refused before it reaches the binary, and the assertions would catch it there", async () => {
  const { settings, counts } = randomPlan(seededRandom(1));
  const task: SimdTask = simdTask(counts, { ...settings, sample: 0 }, 1000);
  const model = new SimdModel(checked, task);
  const never = async (): Promise<boolean> => false;
  model.ids().set([0, counts.length, 1, -1]);
  await expect(model.run({ length: 4, done: 0, tokens: 4 }, never)).rejects.toThrow(
    `ids must be from 0 to ${counts.length - 1}: current value is ${counts.length}`,
  );
  const larger = new SimdModel(checked, { ...task, words: counts.length + 1 }); // its memory is larger, its tables are not
  new DataView(larger.tables.input.buffer).setUint32(wordsPlace(task), counts.length, true);
  larger.ids().set([0, counts.length, 1, -1]);
  await expect(larger.run({ length: 4, done: 0, tokens: 4 }, never)).rejects.toThrow("unreachable");
});

function wordsPlace(task: SimdTask): number {
  const needs = { ...task, ...task.settings, nodes: task.nodes.length, threads: 1 };
  return memoryPlaces(needs).parameters + WORDS;
}
