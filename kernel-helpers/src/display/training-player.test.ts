import { expect, test } from "vitest";
import type { MimeBundle } from "../host/index.ts";
import { SmallTraining } from "../train/index.ts";
import { catchShown } from "./catch-shown.suite.ts";
import { trainingPlayer } from "./training-player.ts";
import { VIEW_TYPE } from "./view-data.ts";

const shown = catchShown();

const sentences = [
  ["the", "king", "rules"],
  ["the", "queen", "rules"],
];

test("trainingPlayer() gives the text and options to play, and losses for where nothing plays", async () => {
  await trainingPlayer(sentences, { layer: "negative sampling", alpha: 0.1, title: "<A>" });
  const [bundle] = shown() as [MimeBundle];
  expect(bundle[VIEW_TYPE]).toEqual({
    view: "training",
    title: "<A>",
    sentences,
    options: { layer: "negative sampling", alpha: 0.1 },
  });
  const training = new SmallTraining(sentences, { layer: "negative sampling" });
  training.epoch(0.1);
  expect(bundle["text/plain"]).toContain((training.losses[0] as number).toFixed(3));
  expect(bundle["text/html"]).not.toContain("<A>");
});

test.each([
  [{ vectorSize: 101 }, "vectorSize must be 100 at most: current value is 101"],
  [{ window: 1e9 }, "window must be 10 at most"],
  [{ negatives: 21 }, "negatives must be 20 at most"],
  [{ alpha: Number.NaN }, "alpha must be > 0 and finite: current value is NaN"],
  [{ alpha: -1 }, "alpha must be > 0"],
  [{ title: "x".repeat(10_001) }, "texts of at most 10000 letters"],
])("trainingPlayer() refuses %j, on which a page would stand still", async (options, message) => {
  await expect(trainingPlayer(sentences, options)).rejects.toThrow(message);
});

test("trainingPlayer() computes fewer epochs of the largest training that it takes", async () => {
  const largest = [Array.from({ length: 200 }, (_, i) => `w${(7 * i) % 40}`)];
  await trainingPlayer(largest, { vectorSize: 100, window: 10, architecture: "skip-gram" });
  expect(
    String(shown()[0]?.["text/plain"])
      .split("\n")
      .slice(-2)
      .map((line) => line.trim().split(" ")[0]),
  ).toEqual(["1", "20"]);
});

test("trainingPlayer() refuses a long text at once", async () => {
  const long = [Array.from({ length: 80_000 }, (_, i) => `w${i % 40}`)];
  await expect(trainingPlayer(long)).rejects.toThrow("200 words in all sentences at most: there are 80000");
});

test("trainingPlayer() refuses more words than it can show", async () => {
  const many = [Array.from({ length: 41 }, (_, i) => `w${i}`)];
  await expect(trainingPlayer(many)).rejects.toThrow("40 different words at most: there are 41");
});
