import { describe, expect, test } from "vitest";
import { row, seededRandom, type Table, zeroTable } from "../base/index.ts";
import { batch, expectNear, randomNetwork, tunings } from "./network.suite.ts";
import { networkGradients } from "./network-gradients.ts";
import { splitExamples } from "./split-examples.ts";
import {
  networkScores,
  pooledTexts,
  type TextNetwork,
  textNetwork,
  tunedNumbers,
  tunedTable,
} from "./text-network.ts";
import { partScores, tuneNetwork } from "./tune-network.ts";
import { tunedTables } from "./tuned-tables.ts";

/** The gradient of the mean loss for every number of a table, by central differences. */
function byNumbers(network: TextNetwork, table: Table): Table {
  const gradient = zeroTable(table.rows, table.width);
  const lossAt = (): number => partScores(networkScores(network, batch.texts), batch.labels).loss;
  const h = 1e-5;
  table.data.forEach((x, i) => {
    table.data[i] = x + h;
    const above = lossAt();
    table.data[i] = x - h;
    gradient.data[i] = (above - lossAt()) / (2 * h);
    table.data[i] = x;
  });
  return gradient;
}

/** Gradients of some rows as a whole table. */
function whole(shape: Table, name: string, gradients: ReturnType<typeof networkGradients>): Table {
  const found = gradients[name as "embedding" | "weights"];
  if (!found || "data" in found) return found as Table;
  const table = zeroTable(shape.rows, shape.width);
  found.ids.forEach((id, at) => {
    row(table, id).set(row(found.rows, at));
  });
  return table;
}

describe.each(tunings)("a network that is tuned %s", (tuning) => {
  test("has the gradients that central differences give", () => {
    const network = randomNetwork(tuning);
    const gradients = networkGradients(network, batch);
    expect(gradients.loss).toBeCloseTo(
      partScores(networkScores(network, batch.texts), batch.labels).loss,
      12,
    );
    for (const [name, table] of Object.entries(tunedTables(network))) {
      expectNear(whole(table, name, gradients), byNumbers(network, table), 1e-9);
    }
  });

  test("learns separable texts, and moves nothing else", async () => {
    const texts = Array.from({ length: 90 }, (_, i) => [i % 3, 3, 4, i % 3]);
    const labels = texts.map(([word]) => word as number);
    const network = textNetwork(randomNetwork(tuning).embedding, { classes: 3, tuning });
    const before = network.embedding.data.slice();
    const split = splitExamples(texts.length);
    let last = 0;
    for await (const { validation } of tuneNetwork(network, { texts, labels }, split, {
      alpha: 0.05,
      epochs: 60,
      patience: 60,
    })) {
      last = validation.accuracy;
    }
    expect(last).toBe(1);
    const same = network.embedding.data.map((x, i) => (Object.is(x, before[i]) ? 1 : 0));
    const unused = same.subarray(5 * 5); // rows 5 and 6 are in no text
    expect(unused.every((one) => one === 1)).toBe(true);
    expect(same.every((one) => one === 1)).toBe(tuning !== "full");
    expect([...tunedTable(network).data.subarray(25)]).toEqual([...before.subarray(25)]);
  });
});

test("pooledTexts() of a delta is that of the tuned table", () => {
  const network = randomNetwork("low-rank");
  const plain = { ...textNetwork(tunedTable(network), { classes: 3 }) };
  expectNear(pooledTexts(network, batch.texts), pooledTexts(plain, batch.texts), 1e-12);
});

test("tunedNumbers() counts what training moves", () => {
  const counts = tunings.map((tuning) => tunedNumbers(randomNetwork(tuning)));
  expect(counts).toEqual([3 * 5 + 3, 3 * 5 + 3 + 7 * 5, 3 * 5 + 3 + 2 * (7 + 5)]);
});

const noise = (seed: number): { texts: number[][]; labels: number[] } => {
  const random = seededRandom(seed);
  const texts = Array.from({ length: 80 }, () => Array.from({ length: 4 }, () => Math.floor(random() * 7)));
  return { texts, labels: texts.map(() => Math.floor(random() * 2)) };
};

test("tuneNetwork() stops early and leaves the numbers of the best epoch", async () => {
  const data = noise(5);
  const split = splitExamples(80);
  const network = textNetwork(randomNetwork("full").embedding, { tuning: "full" });
  const losses: number[] = [];
  let [best, epochs] = [0, 0];
  for await (const event of tuneNetwork(network, data, split, { alpha: 0.1, patience: 2 })) {
    losses.push(event.validation.loss);
    [best, epochs] = [event.best, event.epoch];
  }
  expect(epochs).toBe(best + 2);
  expect(losses[best - 1]).toBe(Math.min(...losses));
  const { examples } = split.validation;
  const scores = networkScores(
    network,
    examples.map((example) => data.texts[example]!),
  );
  expect(
    partScores(
      scores,
      examples.map((example) => data.labels[example]!),
    ).loss,
  ).toBe(losses[best - 1]);
});

test("tuneNetwork() leaves the best numbers also when the caller stops", async () => {
  const network = textNetwork(randomNetwork("full").embedding, { tuning: "full" });
  for await (const { epoch } of tuneNetwork(network, noise(6), splitExamples(80))) if (epoch === 2) break;
  expect(network.weights.data.some((w) => w !== 0)).toBe(true);
});

test("tuneNetwork() gives the same numbers for the same seed, others for another", async () => {
  const run = async (seed: number): Promise<number[]> => {
    const network = textNetwork(randomNetwork("low-rank").embedding, { tuning: "low-rank" });
    for await (const _ of tuneNetwork(network, noise(7), splitExamples(80), { seed, epochs: 2 }));
    return [...tunedTable(network).data];
  };
  expect(await run(1)).toEqual(await run(1));
  expect(await run(1)).not.toEqual(await run(2));
});

test("textNetwork() and tuneNetwork() refuse what they cannot train", async () => {
  const table = randomNetwork("frozen").embedding;
  expect(() => textNetwork(table, { classes: 1 })).toThrow(/classes must be a whole number >= 2/);
  expect(() => textNetwork(table, { tuning: "low-rank", rank: 6 })).toThrow(/at most the 5 numbers/);
  expect(() => textNetwork(table, { tuning: "half" as "full" })).toThrow(
    /must be one of frozen, full, low-rank: current value is "half"/,
  );
  const split = splitExamples(80);
  const first = (data: ReturnType<typeof noise>, parts = split): Promise<unknown> =>
    tuneNetwork(textNetwork(table), data, parts).next();
  const { texts, labels } = noise(8);
  await expect(first({ texts, labels: labels.map(() => 2) })).rejects.toThrow(
    /2 classes, 0 to 1: that of text \d+ is 2/,
  );
  await expect(first({ texts: texts.map(() => [7]), labels })).rejects.toThrow(/0 to 6: text \d+ has 7/);
  await expect(first({ texts, labels }, { ...split, validation: split.test as never })).rejects.toThrow(
    /must not be the test part/,
  );
});
