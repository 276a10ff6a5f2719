import { expect, test } from "vitest";
import { seededRandom } from "../base/index.ts";
import { compileBinary } from "./binary.ts";
import type { ThreadPlaces } from "./memory-places.ts";
import { randomPlan } from "./random-plan.suite.ts";
import { simdTask } from "./simd-task.ts";
import { fillTables, type TwoThreads, trainInTurn, twoThreads } from "./two-threads.suite.ts";

const module = compileBinary("plain", false);

function trained(seed: number, copies: { readonly hot: number; readonly turn: number }): TwoThreads {
  const random = seededRandom(seed);
  const { settings, counts } = randomPlan(random);
  const two = twoThreads(module, simdTask(counts, settings, 1000), {
    ...copies,
    hot: Math.min(copies.hot, counts.length - 1),
  });
  fillTables(two, counts.length, random);
  trainInTurn(two, counts.length, random);
  return two;
}

test("while one thread works at a time, its copies give what it would write into the tables itself", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const without = trained(seed, { hot: 0, turn: 1 });
    for (const copies of [
      { hot: 1, turn: 1 },
      { hot: 12, turn: 3 },
      { hot: 1000, turn: 100 },
    ]) {
      const { input, output } = trained(seed, copies);
      const off = (a: Float32Array, b: Float32Array): number =>
        a.reduce((most, x, i) => Math.max(most, Math.abs(x - (b[i] as number))), 0);
      expect(off(input, without.input)).toBeLessThan(1e-5); // base + (own - base) rounds
      expect(off(output, without.output)).toBeLessThan(1e-5);
    }
  }
});

test("the moves of both threads add up, in the rows of both tables that they copied", () => {
  const { settings } = randomPlan(seededRandom(1));
  const task = simdTask([4, 3, 2, 1], { ...settings, hs: true, negative: 0, vectorSize: 8 }, 100);
  const { memory, places, functions, input, output } = twoThreads(module, task, { hot: 2, turn: 9 });
  const [stride, bases] = [places.stride / 4, (4 * places.stride) / 4];
  input.fill(10);
  output.fill(20);
  places.threads.forEach(({ own }, thread) => {
    const copies = new Float32Array(memory.buffer, own, 2 * bases);
    copies.fill(5, bases); // bases
    copies.fill(5 + 1 + thread, 0, bases); // moved by 1 and 2
  });
  const exchange = (rows: number): void => {
    for (const { start } of places.threads) functions.exchangeCopies(places.parameters, start, rows);
  };
  const firsts = (table: Float32Array): number[] => [0, 1, 2, 3].map((row) => table[row * stride] as number);
  exchange(1);
  // of the inner nodes of the tree, rows 0 to 2, the frequent ones are 1 and 2; 2 is the root
  expect([firsts(input), firsts(output)]).toEqual([
    [13, 10, 10, 10],
    [20, 20, 23, 20],
  ]);
  const own = new Float32Array(memory.buffer, (places.threads[1] as ThreadPlaces).own, 8 * stride);
  expect([firsts(own), firsts(own.subarray(bases))]).toEqual([
    [13, 7, 7, 23],
    [13, 5, 5, 23],
  ]);
  exchange(9);
  expect([firsts(input), firsts(output)]).toEqual([
    [13, 13, 10, 10],
    [20, 23, 23, 20],
  ]);
});
