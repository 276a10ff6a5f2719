import { describe, expect, test, vi } from "vitest";
import { host } from "#host";
import { filledTable, seededRandom } from "../base/index.ts";
import { searchRungs } from "./search-rungs.ts";
import {
  bestTrial,
  type SearchOptions,
  searchTunings,
  type TrialResult,
  trialNetwork,
} from "./search-tunings.ts";
import { splitExamples } from "./split-examples.ts";
import { networkScores } from "./text-network.ts";
import { drawTrial } from "./trial-settings.ts";
import { partScores } from "./tune-network.ts";

const random = seededRandom(5);
const table = filledTable(6, 4, () => random() - 0.5);
const texts = Array.from({ length: 60 }, (_, i) => [i % 2, 2 + (i % 4), 2 + ((i * 7) % 4)]);
const data = { texts, labels: texts.map(([word]) => word as number) };
const task = { table, data, parts: splitExamples(texts.length) };
const options: SearchOptions = { trials: 9, epochs: 9, seed: 2 };

async function all(given: SearchOptions, earlier?: readonly TrialResult[]): Promise<TrialResult[]> {
  const results: TrialResult[] = [];
  for await (const result of searchTunings(task, given, earlier)) results.push(result);
  return results;
}

const timeless = (results: readonly TrialResult[]): object[] =>
  results.map((one) => ({ ...one, seconds: 0 }));

describe("drawTrial()", () => {
  test("draws the same settings for a number whatever else is drawn, within the space", () => {
    const drawn = Array.from({ length: 300 }, (_, trial) => drawTrial(trial, 1));
    expect(drawTrial(200, 1)).toEqual(drawn[200]);
    expect(new Set(drawn.map(({ tuning }) => tuning))).toEqual(new Set(["frozen", "low-rank", "full"]));
    const logs = drawn.map(({ alpha }) => Math.log10(alpha));
    expect(Math.min(...logs)).toBeGreaterThanOrEqual(-3);
    expect(Math.max(...logs)).toBeLessThanOrEqual(-1);
    const mean = logs.reduce((sum, x) => sum + x / logs.length, 0);
    expect(Math.abs(mean + 2)).toBeLessThan(0.1); // uniform in the logarithm: -2 ± 2 / √12 / √300
  });

  test("takes every seed from 0 on", () => {
    const drawn = [0, 1, 1e10, Number.MAX_SAFE_INTEGER].map((seed) => drawTrial(26, seed).alpha);
    expect(new Set(drawn).size).toBe(4);
    expect(() => drawTrial(0, -1)).toThrow("seed must be a whole number >= 0: current value is -1");
  });

  test("refuses a space that is empty or upside down", () => {
    expect(() => drawTrial(0, 1, { ranks: [] })).toThrow("there must be one or more ranks: there is none");
    expect(() => drawTrial(0, 1, { alphas: [0.1, 0.01] })).toThrow(
      "the lowest learning rate must be <= the highest",
    );
    expect(() => drawTrial(-1, 1)).toThrow("trial must be a whole number >= 0: current value is -1");
  });
});

describe("searchRungs()", () => {
  test.each<[SearchOptions, [number, number][]]>([
    [
      {},
      [
        [27, 1],
        [9, 3],
        [3, 9],
        [1, 27],
      ],
    ],
    [
      { trials: 10, epochs: 30 },
      [
        [10, 3],
        [3, 10],
        [1, 30],
      ],
    ],
    [{ trials: 2, epochs: 30 }, [[2, 30]]],
    [
      { trials: 100, epochs: 4, keepOneOf: 2 },
      [
        [100, 1],
        [50, 2],
        [25, 4],
      ],
    ],
    [{ search: "random", trials: 5, epochs: 8 }, [[5, 8]]],
  ])("of %j gives each rung its trials and epochs", (given, wanted) => {
    expect(searchRungs(given).map(({ trials, epochs }) => [trials, epochs])).toEqual(wanted);
  });

  test("refuses another search and numbers that are none", () => {
    expect(() => searchRungs({ search: "grid" as "random" })).toThrow("one of random, halving");
    expect(() => searchRungs({ keepOneOf: 1 })).toThrow("keepOneOf must be a whole number >= 2");
  });
});

test("partScores() has a finite loss where a probability is too small for a number", () => {
  const scores = { rows: 2, width: 2, data: Float64Array.of(1000, 0, 0, 0) };
  expect(partScores(scores, [1, 0])).toEqual({ loss: (1000 + Math.log(2)) / 2, accuracy: 0.5 });
});

describe("searchTunings()", () => {
  test("halves: the trials of a rung are the best of the one before, by validation loss", async () => {
    const results = await all(options);
    const rung = (epochs: number): TrialResult[] => results.filter((one) => one.epochs === epochs);
    expect([rung(1).length, rung(3).length, rung(9).length]).toEqual([9, 3, 1]);
    const best = [...rung(1)].sort((a, b) => a.validation.loss - b.validation.loss).slice(0, 3);
    expect(rung(3).map(({ trial }) => trial)).toEqual(best.map(({ trial }) => trial));
  });

  test("goes on from known trials to the same end", async () => {
    const whole = await all(options);
    const rest = await all(options, whole.slice(0, 7));
    expect(timeless(rest)).toEqual(timeless(whole.slice(7)));
    expect(await all(options, whole)).toEqual([]);
  });

  test("tells each epoch of a trial", async () => {
    const told: number[] = [];
    const onEpoch = ({ epoch }: { readonly epoch: number }): void => void told.push(epoch);
    await all({ ...options, trials: 2, epochs: 2, onEpoch });
    expect(told).toEqual([1, 2, 1, 2]);
  });

  test("gives each trial all epochs when it is random", async () => {
    const results = await all({ ...options, search: "random", trials: 3, epochs: 4 });
    expect(results.map(({ trial, epochs }) => [trial, epochs])).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
    ]);
  });

  test("gives the network of its best trial again, with the loss that it told", async () => {
    const best = bestTrial(await all(options)) as TrialResult;
    const network = await trialNetwork(task, best, options);
    const { examples } = task.parts.validation;
    const scores = networkScores(
      network!,
      examples.map((i) => texts[i] as number[]),
    );
    const found = partScores(
      scores,
      examples.map((i) => data.labels[i] as number),
    );
    expect(found.loss).toBeCloseTo(best.validation.loss, 12);
    expect(bestTrial([])).toBeUndefined();
  });

  test("goes on behind a trial that diverges, and prefers any other", async () => {
    const far = { ...task, table: filledTable(6, 4, () => 1e300) };
    const results: TrialResult[] = [];
    for await (const result of searchTunings(far, { trials: 3, epochs: 1 })) results.push(result);
    expect(results.map(({ best, validation }) => [best, validation.loss])).toEqual(
      [0, 1, 2].map(() => [0, Number.POSITIVE_INFINITY]),
    );
    expect(bestTrial(results)).toBeUndefined();
    const [one] = await all({ ...options, trials: 1, epochs: 1 });
    expect(bestTrial([...results, one as TrialResult])).toBe(one);
  });

  test("ends at an interrupt without the trial that was under way", async () => {
    const results: TrialResult[] = [];
    const asked = vi.spyOn(host, "interrupted");
    for await (const result of searchTunings(task, options)) {
      results.push(result);
      if (results.length === 2) asked.mockReturnValue(true);
    }
    asked.mockRestore();
    expect(results).toHaveLength(2);
  });
});
