import { expect, test } from "vitest";
import { cellColour } from "./cell-colour.ts";
import { GROUNDS } from "./network-table.ts";
import { colour, dashes, palette, shape, shapes } from "./palette.ts";
import { neutral } from "./theme.ts";

/** Pages on which charts stand: white paper, the site's, JupyterLab's dark one, and the site's dark ones. */
const grounds = ["#ffffff", "#fdfcf9", "#111111", "#16191d", "#1f2329"];

/** What readers see without red, green or blue cones: Machado, Oliveira and Fernandes 2009, table 1, severity 1. */
const blindness: Readonly<Record<string, readonly (readonly number[])[]>> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

test.each(grounds)("every colour has a contrast of 3:1 with %s (WCAG 2.2, 1.4.11)", (ground) => {
  for (const one of [...palette, neutral]) expect(contrast(one, ground), one).toBeGreaterThanOrEqual(3);
});

test.each(Object.keys(blindness))(
  "the colours differ for readers with %s, twice what is just noticed",
  (kind) => {
    const seen = palette.map((one) => oklab(linear(one), blindness[kind]!));
    for (const [i, a] of seen.entries())
      for (const b of seen.slice(0, i)) expect(distance(a, b), palette[i]).toBeGreaterThan(0.04);
  },
);

test("what stands on a coloured cell or a lit word has a contrast of 4.5:1 (WCAG 2.2, 1.4.3)", () => {
  for (let x = -20; x <= 20; x++)
    expect(contrast(cellColour(x / 10, 2), "#000000"), `${x}`).toBeGreaterThanOrEqual(4.5);
  for (const [ground, text] of Object.values(GROUNDS))
    expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5);
});

test("cellColour() is white at 0, blue below, vermilion above, and stronger farther out", () => {
  expect(cellColour(0, 1)).toBe("#ffffff");
  expect(cellColour(1, 0)).toBe("#ffffff");
  const [blue, vermilion] = [-1, 1].map((x) => oklab(linear(cellColour(x, 1)), blindness.none!)) as [
    number[],
    number[],
  ];
  expect(distance(blue, oklab(linear(colour(0)), blindness.none!))).toBeLessThan(0.1);
  expect(distance(vermilion, oklab(linear(colour(1)), blindness.none!))).toBeLessThan(0.1);
  const light = [0, 0.25, 0.5, 1].map((x) => oklab(linear(cellColour(x, 1)), blindness.none!)[0]!);
  expect([...light].sort((a, b) => b - a)).toEqual(light);
});

test("colour() and shape() start again after their ends, and together tell 35 groups apart", () => {
  const looks = Array.from({ length: 35 }, (_, index) => `${colour(index)} ${shape(index)}`);
  expect(new Set(looks).size).toBe(35);
  expect([colour(palette.length), shape(shapes.length)]).toEqual([palette[0], shapes[0]]);
  expect(new Set(dashes.map(String)).size).toBe(dashes.length);
});

function linear(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

function contrast(one: string, other: string): number {
  const [dark, bright] = [one, other]
    .map((hex) => linear(hex).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i]!, 0))
    .sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** A colour in OKLab, in which 0.02 is a difference that is just noticed (Ottosson 2020). */
function oklab(rgb: readonly number[], seenAs: readonly (readonly number[])[]): readonly number[] {
  const times = (rows: readonly (readonly number[])[], v: readonly number[]): number[] =>
    rows.map((row) => row.reduce((sum, x, i) => sum + x * v[i]!, 0));
  const seen = times(seenAs, rgb).map((part) => Math.min(1, Math.max(0, part)));
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    seen,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((x, i) => x - b[i]!));
}
