import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { binaryTexts, compileAssembly } from "../../assembly/build.mjs";
import { tilesText } from "../../assembly/generate-tiles.mjs";
import { randomBelow, seededRandom } from "../base/index.ts";
import { compileBytes } from "./binary.ts";
import { WORDS } from "./layout.ts";
import { memoryPlaces } from "./memory-places.ts";
import type { Simd } from "./open-simd.ts";
import { fillIds, firstForbidden, randomPlan } from "./random-plan.suite.ts";
import { SimdModel } from "./simd-model.ts";
import { type SimdTask, simdTask } from "./simd-task.ts";
import { fillTables, trainInTurn, twoThreads } from "./two-threads.suite.ts";

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

test(`${PLANS} random rounds of two threads with copies write nothing but what they may, seed ${SEED}`, () => {
  for (let plan = 0; plan < PLANS; plan++) {
    const random = seededRandom(SEED * 1_000_000 + plan);
    const { settings, counts } = randomPlan(random);
    const [hot, turn] = [1 + randomBelow(counts.length - 1, random), 1 + randomBelow(9, random)];
    const copies = twoThreads(checked.module, simdTask(counts, settings, 1000), { hot, turn });
    fillTables(copies, counts.length, random);
    const before = trainInTurn(copies, counts.length, random);
    const after = new Uint32Array(copies.memory.buffer);
    expect(firstForbidden(before, after, copies.places, counts.length), JSON.stringify(settings)).toBe(-1);
    expect(Array.from(copies.input).every(Number.isFinite), JSON.stringify(settings)).toBe(true);
  }
}, 600_000);

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
