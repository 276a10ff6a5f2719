import { afterEach, beforeEach, expect, test } from "vitest";
import { KERNEL_HOST, type MimeBundle } from "../host/index.ts";
import { SmallTraining } from "../train/index.ts";
import { trainingPlayer } from "./training-player.ts";
import { VIEW_TYPE } from "./view-data.ts";

const scope = globalThis as unknown as Record<symbol, unknown>;
let shown: MimeBundle[];
beforeEach(() => {
  shown = [];
  scope[KERNEL_HOST] = {
    show: (bundle: MimeBundle) => shown.push(bundle),
    clear: () => {},
    interrupted: () => false,
  };
});
afterEach(() => {
  delete scope[KERNEL_HOST];
});

const sentences = [
  ["the", "king", "rules"],
  ["the", "queen", "rules"],
];

test("trainingPlayer() gives the text and options to play, and losses for where nothing plays", async () => {
  await trainingPlayer(sentences, { layer: "negative sampling", alpha: 0.1, title: "<A>" });
  const [bundle] = shown as [MimeBundle];
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

test("trainingPlayer() refuses more words than it can show", async () => {
  const many = [Array.from({ length: 41 }, (_, i) => `w${i}`)];
  await expect(trainingPlayer(many)).rejects.toThrow("40 different words at most: there are 41");
});
