import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filledTable, row, seededRandom } from "../base/index.ts";
import { type Example, type Model, outputErrors, stepTrace } from "../model/index.ts";
import { huffmanTree } from "../vocabulary/index.ts";
import { faultsOf } from "./drawing.suite.ts";
import type { Drawing } from "./drawing.ts";
import { networkChart } from "./network-chart.ts";
import { networkDrawing } from "./network-layout.ts";
import { networkParts } from "./network-parts.ts";

const WIDTHS = [720, 640, 520, 420, 340, 280];
const words = "the king queen loves rules man walks woman land dog".split(" ");
const tree = huffmanTree([12, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
const idOf = (word: string): number => words.indexOf(word);

/** One example of each of the six models, of "the king loves the queen". */
const context = ["the", "king", "the", "queen"].map(idOf);
const noise = ["dog", "land", "dog"].map(idOf);
const six: Readonly<Record<string, Example>> = {
  "CBOW, softmax": { inputs: context, target: idOf("loves") },
  "CBOW, hierarchical softmax": { inputs: context, target: idOf("loves"), path: tree[idOf("loves")]! },
  "CBOW, negative sampling": { inputs: context, target: idOf("loves"), negatives: noise },
  "Skip-Gram, softmax": { inputs: [idOf("loves")], target: idOf("queen") },
  "Skip-Gram, hierarchical softmax": {
    inputs: [idOf("loves")],
    target: idOf("queen"),
    path: tree[idOf("queen")]!,
  },
  "Skip-Gram, negative sampling": { inputs: [idOf("loves")], target: idOf("queen"), negatives: noise },
};

function modelOf(rows: number, width: number, seed = 15, reach = 1): Model {
  const random = seededRandom(seed);
  const table = () => filledTable(rows, width, () => reach * (2 * random() - 1));
  return { input: table(), output: table() };
}

const model = modelOf(10, 3);

function drawingOf(of: Model, example: Example, names: readonly string[], width: number): Drawing {
  const parts = networkParts(of, example, stepTrace(of, example, 0, { rates: 0 }), names);
  return networkDrawing({ ...parts, tables: 2 }, width);
}

describe.each(Object.entries(six))("networkChart() of %s", (_, example) => {
  const { loss, words: scored, h } = outputErrors(model, example);

  test.each(WIDTHS)("covers nothing at %d pixels, and stays inside", (width) => {
    expect(faultsOf(drawingOf(model, example, words, width))).toEqual([]);
  });

  test.each(WIDTHS)(
    "writes each number of the rows in question at %d pixels, or where they have no room says what colours mean",
    (width) => {
      const numbers = (of: Iterable<number>): string[] =>
        Array.from(of, (x) => x.toFixed(2).replace("-0.00", "0.00"));
      const read = [...new Set(example.inputs)].flatMap((word) => numbers(row(model.input, word)));
      const rows = [...new Set(Array.from(scored))].flatMap((j) => numbers(row(model.output, j)));
      const { texts } = drawingOf(model, example, words, width);
      const cells = texts.filter(({ colour, align }) => colour === "#000000" && align === "center");
      const legend = "Blue is below 0, orange above.";
      if (texts.at(-1)?.text === legend) expect([width, cells]).toEqual([280, []]);
      else expect(cells.map(({ text }) => text).sort()).toEqual([...read, ...numbers(h), ...rows].sort());
    },
  );

  test("ends with the loss, in the drawing and in the description", () => {
    const { description } = networkChart(model, example, { words });
    expect(description).toContain(`The loss is ${Number(loss.toPrecision(4))}.`);
    expect(drawingOf(model, example, words, 640).texts.at(-1)?.text).toContain(loss.toFixed(3));
    for (const word of new Set(example.inputs)) expect(description).toContain(words[word]);
    expect(description).toContain(`Observed: ${words[example.target]}`);
  });

  test("lights the rows that the step moves, and leaves the others faint", () => {
    const { boxes } = drawingOf(model, example, words, 640);
    const faint = boxes.filter(({ opacity }) => opacity !== undefined).length / 3;
    const nodes = example.path ? 9 : 10; // row 9 of the output table belongs to no node
    expect(faint).toBe(10 - new Set(example.inputs).size + nodes - new Set(Array.from(scored)).size);
  });
});

test("networkChart() keeps layouts for narrower pages, widest first", () => {
  const chart = networkChart(model, six["CBOW, softmax"]!, { words, title: "One example" });
  const { narrower } = chart.usermeta as { narrower: { width: number; title: object }[] };
  expect([chart.width, ...narrower.map(({ width }) => width)]).toEqual(WIDTHS);
  for (const { title } of narrower) expect(title).toEqual({ text: ["One example"], frame: "group" });
  expect(networkChart(model, six["CBOW, softmax"]!, { words, width: 280 }).usermeta).not.toHaveProperty(
    "narrower",
  );
});

test("networkChart() says how often a word is read, and how often it is noise", () => {
  const said = networkChart(model, six["CBOW, negative sampling"]!, { words }).description;
  expect(said).toContain("CBOW with 4 input words, negative sampling. ");
  expect(said).toContain("the ×2 (");
  expect(said).toMatch(
    /loves z -?[\d.]+, σ\(z\) [\d.]+, label 1; .*dog ×2 z -?[\d.]+, σ\(z\) [\d.]+, label 0/,
  );
  const both = { ...six["Skip-Gram, negative sampling"]!, negatives: [idOf("queen")] };
  expect(networkChart(model, both, { words }).description).toContain("label 1, 0");
});

test("networkChart() gives the branches of a path probabilities whose product is e^-L", () => {
  const example = six["Skip-Gram, hierarchical softmax"]!;
  const { outputs } = networkParts(model, example, stepTrace(model, example, 0), words);
  const factors = outputs.rows.flatMap(({ scored }) => scored?.probability ?? []);
  const names = outputs.rows.filter(({ scored }) => scored).map(({ name }) => name);
  expect(names).toEqual(example.path!.points.map((node) => `node ${node}`)); // from the root on
  expect(factors.reduce((product, p) => product * p, 1)).toBeCloseTo(
    Math.exp(-outputErrors(model, example).loss),
    12,
  );
});

test("networkChart() draws of a large vocabulary the rows in question, and counts the others", () => {
  const large = modelOf(10_000, 3);
  const names = Array.from({ length: 10_000 }, (_, i) => `w${i}`);
  const example = { inputs: [5, 77, 5], target: 4000 };
  const { texts } = drawingOf(large, example, names, 640);
  expect(texts.map(({ text }) => text)).toEqual(
    expect.arrayContaining(["w5 ×2", "w77", "w4000", "… 9,998 more", "… 9,990 more"]),
  );
  expect(networkChart(large, example, { words: names }).description).toMatch(
    /Not drawn: 9990 rows, their ŷ together 0\.99\d+\. Observed: w4000\./,
  );
  const long = { inputs: [5], target: 4000, negatives: Array.from({ length: 30 }, (_, i) => 100 + i) };
  expect(drawingOf(large, long, names, 640).texts.map(({ text }) => text)).toContain("… 9,980 more");
});

test("networkChart() colours the numbers of long vectors, and says which part it draws", () => {
  const { texts, boxes } = drawingOf(modelOf(3, 100), { inputs: [0], target: 1 }, ["a", "b", "c"], 640);
  expect(texts.at(-1)?.text).toBe(
    "24 of 100 numbers of each vector are drawn. Blue is below 0, orange above.",
  );
  expect(boxes.filter(({ opacity }) => opacity !== undefined)).toHaveLength(2 * 24);
  const short = drawingOf(modelOf(3, 8), { inputs: [0], target: 1 }, ["a", "b", "c"], 640).texts;
  expect(short.at(-1)?.text).toBe("Blue is below 0, orange above.");
});

test("networkChart() of one table has the row that is read as its scores", () => {
  const { input } = modelOf(10, 10);
  const { description, usermeta } = networkChart({ input }, { inputs: [1], target: 3 }, { words });
  const z = [...row(input, 1)].map((x) => Number(x.toPrecision(4)));
  expect(description).toMatch(
    /^Bigram network, softmax\. Row of the table that is read, which is the scores z: king/,
  );
  words.forEach((word, j) => {
    expect(description).toContain(`${word} z ${z[j]}, ŷ `);
  });
  expect(usermeta).toHaveProperty("narrower");
  const output = filledTable(10, 10, () => 0);
  for (let j = 0; j < 10; j++) row(output, j)[j] = 1;
  const whole = { input, output };
  const parts = networkParts(
    whole,
    { inputs: [1], target: 3 },
    stepTrace(whole, { inputs: [1], target: 3 }, 0),
    words,
  );
  for (const width of WIDTHS) {
    const drawing = networkDrawing({ ...parts, tables: 1 }, width);
    expect(faultsOf(drawing)).toEqual([]);
    const seen = drawing.texts.map(({ text }) => text);
    expect([...row(input, 1)].filter((x) => !seen.includes(x.toFixed(2)))).toEqual([]);
  }
});

test("networkChart() covers nothing whatever the model, the words and the example", () => {
  const word = fc.oneof(
    fc.constantFrom("the", "expenditures", "国王", "Donaudampfschifffahrtsgesellschaft", "i"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 16 }),
  );
  fc.assert(
    fc.property(
      fc.record({
        rows: fc.integer({ min: 2, max: 30 }),
        width: fc.constantFrom(2, 3, 5, 7, 8, 30),
        reach: fc.constantFrom(0, 1, 30, 5000),
        inputs: fc.array(fc.nat(), { minLength: 1, maxLength: 10 }),
        negatives: fc.array(fc.nat(), { maxLength: 12 }),
        target: fc.nat(),
        layer: fc.constantFrom("softmax", "path", "noise"),
        names: fc.array(word, { minLength: 30, maxLength: 30 }),
        room: fc.constantFrom(...WIDTHS, 900),
      }),
      ({ rows, width, reach, inputs, negatives, target, layer, names, room }) => {
        const [o, paths] = [target % rows, huffmanTree(new Array(rows).fill(1))];
        const example: Example = {
          inputs: inputs.map((id) => id % rows),
          target: o,
          ...(layer === "path" && { path: paths[o]! }),
          ...(layer === "noise" && { negatives: negatives.map((id) => id % rows) }),
        };
        const drawing = drawingOf(modelOf(rows, width, 1, reach), example, names.slice(0, rows), room);
        expect(faultsOf(drawing)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test("networkChart() refuses what does not belong together, and says what to do", () => {
  const { input } = model;
  const wrong: readonly (readonly [() => unknown, RegExp])[] = [
    [
      () => networkChart({ input, output: modelOf(10, 2).output }, six["CBOW, softmax"]!),
      /there are 3 and 2/,
    ],
    [() => networkChart(model, six["CBOW, softmax"]!, { words: ["the"] }), /there are 10 rows and 1 word/],
    [() => networkChart(model, { inputs: [], target: 1 }), /inputs is empty/],
    [() => networkChart(model, { inputs: [10], target: 1 }), /inputs must be .* 0 to 9: current value is 10/],
    [() => networkChart(model, { inputs: [0.5], target: 1 }), /current value is 0\.5/],
    [() => networkChart(model, { inputs: [1], target: -1 }), /target must be .*current value is -1/],
    [() => networkChart(model, { inputs: [1], target: 1, negatives: [99] }), /negatives must be .* is 99/],
    [
      () => networkChart(model, { inputs: [1], target: 1, path: { points: [10], code: [0] } }),
      /a node of path must be .* is 10/,
    ],
    [
      () => networkChart(model, { inputs: [1], target: 1, path: { points: [1], code: [] } }),
      /there are 1 node and the branches ""/,
    ],
    [
      () => networkChart(model, { inputs: [1], target: 1, path: { points: [1], code: [2] } }),
      /the branches "2"/,
    ],
    [
      () => networkChart({ input, output: filledTable(10, 3, () => Number.NaN) }, six["CBOW, softmax"]!),
      /finite: a number of the output table is NaN/,
    ],
    [
      () =>
        networkChart(
          { input: filledTable(4, 3, () => 1e300), output: filledTable(4, 3, () => 1e300) },
          six["CBOW, softmax"]!,
        ),
      /its loss must be finite/,
    ],
    [() => networkChart({ input }, { inputs: [1], target: 1 }), /of one table .* 10 rows and 3 columns/],
    [
      () => networkChart({ input: modelOf(3, 3).input }, { inputs: [1, 2], target: 1 }),
      /of one table .* 2 input words/,
    ],
    [() => networkChart(model, six["CBOW, softmax"]!, { width: 0 }), /width must be above 0/],
  ];
  for (const [draw, message] of wrong) {
    expect(draw).toThrow(RangeError);
    expect(draw).toThrow(message);
    expect(draw).toThrow(/Remedy: /);
  }
});
