import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../base/index.ts";
import { type Box, boxAround, contains, entryOf, lineHits, linesCross, overlap } from "./box.ts";
import type { PlacedLabel } from "./label.ts";
import { type NamedPlace, type PlaceLabelsOptions, placeLabels } from "./place-labels.ts";
import { textWidth } from "./text-size.ts";

const size = { fontSize: 12, radius: 6 };
const areaOf = (width: number, height: number): Box => ({ left: 0, top: 0, right: width, bottom: height });

/** What is wrong with the places, in words. */
function faults(
  labels: readonly PlacedLabel[],
  points: readonly NamedPlace[],
  { area, radius, lines = [] }: PlaceLabelsOptions,
): string[] {
  const found: string[] = [];
  for (const [i, { index, box, leader }] of labels.entries()) {
    const name = points[index]!.text;
    if (!contains(area, box)) found.push(`${name} leaves the area`);
    for (const point of points)
      if (overlap(box, boxAround(point, 2 * radius, 2 * radius))) found.push(`${name} covers ${point.text}`);
    for (const line of lines) if (lineHits(...line, box)) found.push(`${name} covers a line`);
    for (const other of labels.slice(0, i)) {
      if (overlap(box, other.box)) found.push(`${name} overlaps ${points[other.index]!.text}`);
      if (leader && other.leader && linesCross(leader, other.leader)) found.push(`${name}'s line crosses`);
    }
    for (const other of labels)
      if (leader && other.index !== index && lineHits(...leader, other.box))
        found.push(`${name}'s line hits`);
  }
  return found;
}

const words = fc.oneof(
  fc.constantFrom("may", "expenditures", "国王", "Donaudampfschifffahrtsgesellschaft", "<b>&", "i", "𝒳👑"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
);

test("placeLabels() lets no label overlap another or a point, or leave the area, whatever the points", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 1500 }),
      fc.array(
        fc.record({
          u: fc.double({ min: 0, max: 1, noNaN: true }),
          v: fc.constantFrom(0, 0.1, 0.5, 1),
          text: words,
        }),
        { minLength: 1, maxLength: 40 },
      ),
      (width, drawn) => {
        const points = drawn.map(({ u, v, text }) => ({ x: u * width, y: v * 300, text }));
        const options = { ...size, area: areaOf(width, 300) };
        const labels = placeLabels(points, options);
        expect(faults(labels, points, options)).toEqual([]);
        expect(new Set(labels.map(({ index }) => index)).size).toBe(labels.length);
        expect(placeLabels(points, options)).toEqual(labels);
      },
    ),
    { numRuns: 60 },
  );
});

describe("placeLabels()", () => {
  const options = { ...size, area: areaOf(500, 400) };

  test("writes a single word above its point, without a line", () => {
    const [label] = placeLabels([{ x: 250, y: 200, text: "king" }], options);
    expect(label?.box.bottom).toBeLessThanOrEqual(200 - size.radius);
    expect(label).not.toHaveProperty("leader");
  });

  test("finds a place for most words of a crowd, some farther away with a line", () => {
    const random = seededRandom(2);
    const points = Array.from({ length: 25 }, (_, i) => ({
      x: 200 + 100 * random(),
      y: 150 + 100 * random(),
      text: `word ${i}`,
    }));
    const labels = placeLabels(points, options);
    expect(labels.length).toBeGreaterThanOrEqual(17);
    expect(labels.some(({ leader }) => leader !== undefined)).toBe(true);
    expect(faults(labels, points, options)).toEqual([]);
  });

  test("writes the names of several words at one place around it", () => {
    const points = ["may", "might", "can", "could"].map((text) => ({ x: 250, y: 200, text }));
    expect(placeLabels(points, options)).toHaveLength(4);
  });

  test("leaves out a word that is wider than the area, and places the others", () => {
    const points = ["x".repeat(100), "may"].map((text, i) => ({ x: 250 + 40 * i, y: 200, text }));
    expect(placeLabels(points, options).map(({ index }) => index)).toEqual([1]);
  });

  test("labels only the first `labelled` points, and covers none of the others", () => {
    const points = Array.from({ length: 30 }, (_, i) => ({ x: 20 + 15 * i, y: 200, text: "word" }));
    const labels = placeLabels(points, options, 5);
    expect(labels.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(faults(labels, points, options)).toEqual([]);
  });

  test("ends with 2,000 points that have no room, and with 2,000 at one place", () => {
    const random = seededRandom(5);
    const anywhere = Array.from({ length: 2000 }, (_, i) => ({
      x: 500 * random(),
      y: 400 * random(),
      text: `word ${i}`,
    }));
    const start = performance.now();
    expect(placeLabels(anywhere, options)).toEqual([]);
    expect(
      placeLabels(
        anywhere.map(({ text }) => ({ x: 250, y: 200, text })),
        options,
      ).length,
    ).toBeGreaterThan(3);
    expect(performance.now() - start).toBeLessThan(12_000); // minutes, when each label was compared with each
  }, 30_000);

  test("leaves points alone that lie far outside", () => {
    const far = [1e300, Number.POSITIVE_INFINITY].map((x) => ({ x, y: 1, text: "far" }));
    expect(placeLabels([...far, { x: 250, y: 200, text: "king" }], options)).toHaveLength(1);
  });

  test("gives hundreds of labels a place where they have room", () => {
    const points = Array.from({ length: 400 }, (_, i) => ({
      x: 40 + 90 * (i % 20),
      y: 30 + 40 * Math.floor(i / 20),
      text: `w${i}`,
    }));
    const wide = { ...size, area: areaOf(1850, 850) };
    const labels = placeLabels(points, wide);
    expect(labels).toHaveLength(400);
    expect(faults(labels, points, wide)).toEqual([]);
  });

  test("keeps away from lines", () => {
    const lines = [
      [
        { x: 0, y: 0 },
        { x: 250, y: 200 },
      ] as const,
    ];
    const points = [{ x: 250, y: 200, text: "an arrow's point" }];
    expect(faults(placeLabels(points, { ...options, lines }), points, { ...options, lines })).toEqual([]);
  });
});

test("entryOf() is where a line to the middle of a rectangle meets its rim", () => {
  const box = { left: 10, top: -5, right: 30, bottom: 5 };
  expect(entryOf(box, { x: 0, y: 0 })).toEqual({ x: 10, y: 0 });
  expect(entryOf(box, { x: 20, y: 25 })).toEqual({ x: 20, y: 5 });
  expect(entryOf(box, { x: 0, y: 20 })).toEqual({ x: 15, y: 5 });
});

test("textWidth() takes Chinese letters as squares, accents and other scripts as no narrower than plain letters", () => {
  expect(textWidth("国王", 10)).toBeCloseTo(21);
  expect(textWidth("é", 10)).toBe(textWidth("e", 10));
  expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
  expect(textWidth("q\u0301", 10)).toBe(textWidth("q", 10)); // no letter of its own
  expect(textWidth("Ж", 10)).toBeGreaterThan(textWidth("M", 10));
  expect(textWidth("", 10)).toBe(0);
});
