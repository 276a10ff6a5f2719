import { expect, test } from "vitest";
import { projectionFigure } from "../../../kernel-helpers/src/plot/index.ts";
import { fittingLayout } from "./fitting-layout.ts";
import { hiddenWords } from "./hidden-words.ts";

/** Forty words at nearly one place, for whose labels no layout has room. */
const crowded = projectionFigure(
  Array.from({ length: 40 }, (_, i) => ({
    word: `a<b ${i}`,
    x: i / 1000,
    y: 0,
    group: i % 2 ? "odd" : "even",
  })),
  { width: 640, height: 300 },
);

test("hiddenWords() names each word that the layout of this width does not write, and no other", () => {
  for (const room of [1600, 300]) {
    const layout = fittingLayout(crowded.layout, room);
    const written = (layout.annotations as { text: string }[]).map(({ text }) => text.replace("&lt;", "<"));
    const hidden = hiddenWords(crowded.data, layout).map(({ word }) => word);
    expect([...written, ...hidden].sort()).toEqual(Array.from({ length: 40 }, (_, i) => `a<b ${i}`).sort());
  }
  expect(hiddenWords(crowded.data, fittingLayout(crowded.layout, 300))[0]).toMatchObject({ group: "even" });
});

test("hiddenWords() counts: a word at two points of which one is written is hidden once", () => {
  const traces = [{ mode: "markers", text: ["bank", "bank"], name: "" }];
  expect(hiddenWords(traces, { annotations: [{ text: "bank" }] })).toEqual([{ word: "bank", group: "" }]);
});

test("hiddenWords() finds none in a figure of someone else, and none in three dimensions", () => {
  expect(hiddenWords([{ mode: "markers", text: ["a"] }], {})).toEqual([]);
  const solid = projectionFigure([{ word: "a", x: 0, y: 0, z: 0 }]);
  expect(hiddenWords(solid.data, solid.layout)).toEqual([]);
});
