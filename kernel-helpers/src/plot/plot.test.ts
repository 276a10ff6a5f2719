import { readdirSync } from "node:fs";
import fc from "fast-check";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { tableFromRows } from "../base/index.ts";
import { type HuffmanPath, huffmanTree } from "../vocabulary/index.ts";
import * as exported from "./index.ts";
import type { ChartSpec } from "./spec.ts";
import { textWidth } from "./text-size.ts";
import { chartTheme } from "./theme.ts";
import { thinned } from "./thinned.ts";
import { codeOf, treeLayout } from "./tree-layout.ts";

const {
  arrowsChart,
  barChart,
  heatChart,
  learningRateChart,
  lineChart,
  lossChart,
  projectionChart,
  treeChart,
} = exported;

const history = [
  { pairs: 0, loss: 4.158883083359672 },
  { pairs: 1000, loss: 2.5 },
  { pairs: 2000, loss: 2.75 },
];
const words = [
  { word: "king", x: 1 / 3, y: 0.5, group: "people" },
  { word: "queen", x: -1, y: 0.25, group: "people" },
  { word: "Tuesday", x: 0, y: -2, group: "days" },
];
/** the 0, king 11, loves 101, queen 100. */
const treeOfFour = huffmanTree([3, 1, 1, 1]);
/** Names of the charts that `charts` contains. */
const drawn = new Set<unknown>();
const plots = new Proxy(exported, {
  get(all, name) {
    drawn.add(name);
    return Reflect.get(all, name);
  },
});
const charts: Record<string, ChartSpec> = {
  loss: plots.lossChart(history),
  "loss of two": plots.lossChart([
    { step: 0, loss: 3, series: "CBOW" },
    { step: 0, loss: 4, series: "Skip-Gram" },
    { step: 5, loss: 1, series: "CBOW" },
    { step: 5, loss: 2, series: "Skip-Gram" },
  ]),
  projection: plots.projectionChart(words, { title: "Kings and days" }),
  arrows: plots.arrowsChart([
    { word: "cat", x: 3, y: 1 },
    { word: "dog", x: 1, y: 2 },
  ]),
  "range test": plots.learningRateChart(
    [
      { alpha: 0.001, loss: 4.1, smoothed: 4.1 },
      { alpha: 0.1, loss: 2.9, smoothed: 3.2 },
      { alpha: 1, loss: Number.NaN, smoothed: Number.NaN },
    ],
    { suggested: 1 / 30 },
  ),
  bars: plots.barChart(
    [
      { label: "cat", value: 0.7 },
      { label: "dog", value: 0.3 },
    ],
    { title: "ŷ", y: "probability" },
  ),
  "bars with their spread": plots.barChart(
    [
      { label: "K = 1", value: 0.5, low: 0.25, high: 1 },
      { label: "K = 5", value: 0.75, low: 0.75, high: 0.75 },
      { label: "K = 15", value: 0.5 },
    ],
    { y: "share" },
  ),
  heat: plots.heatChart(
    [
      [1, 0.25],
      [0.25, 1],
    ],
    ["cat", "dog"],
    { value: "cosine" },
  ),
  line: plots.lineChart(
    [
      { x: -1, y: 1 / 3 },
      { x: 2, y: 0 },
    ],
    { title: "A line", x: "score", y: "loss" },
  ),
  "lines with intervals": plots.lineChart(
    [
      { x: 100, y: 0.6, low: 0.55, high: 0.64, series: "frozen" },
      { x: 1000, y: 0.7, low: 0.68, high: 0.73, series: "frozen" },
      { x: 100, y: 0.5, low: 0.42, high: 0.57, series: "from scratch" },
      { x: 1000, y: 0.66, series: "from scratch" }, // one measurement has no interval
    ],
    { x: "labelled texts", y: "accuracy", log: "x", dots: true },
  ),
  "lines on logarithmic axes": plots.lineChart(
    [
      { x: 64, y: 1000, series: "wasm" },
      { x: 256, y: 4000, series: "wasm" },
      { x: 64, y: 10, series: "cpu" },
    ],
    { x: "batch size", y: "pairs per second", log: "both", dots: true },
  ),
  tree: plots.treeChart(treeOfFour, ["the", "king", "loves", "queen"], {
    title: "A tree",
    highlight: "loves",
  }),
  network: plots.networkChart(
    {
      input: tableFromRows([[0.5], [-1], [0.25]]),
      output: tableFromRows([[1], [0], [-2]]),
    },
    { inputs: [0, 1], target: 2 },
    { words: ["cats", "sit", "here"], title: "Who sits here?" },
  ),
  chain: plots.chainChart([
    { name: "v_c", value: [0.5] },
    {
      name: "z",
      formula: "u · v_c",
      derivative: "∂z/∂v_c = u",
      parameter: { name: "u", derivative: "∂z/∂u = v_c" },
    },
    { name: "L", formula: "−log σ(z)", value: 0.69, derivative: "∂L/∂z = σ(z) − 1" },
  ]),
  "a stream": plots.monitorChart(
    [0.1, -0.2, -1 / 3, -0.5].map((rolling, i) => ({
      ...{ id: i, place: i + 1, score: rolling, rolling, up: 0, down: i },
      ...(i > 0 && { band: [-0.25, 0.25] as const }),
      ...(i === 3 && {
        alert: { direction: "bad" as const, since: 2, messages: 2, words: [], texts: [] },
        outside: "down" as const,
      }),
    })),
  ),
  "parted heat": plots.heatChart([[-1, 0.25, 0]], ["cat"], { columns: ["a", "b", "c"] }),
};

test("the index exports every chart, and each is drawn here", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith("-chart.ts"));
  const names = files.map((file) => file.slice(0, -3).replace(/-(.)/g, (_, letter) => letter.toUpperCase()));
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !(name in exported))).toEqual([]);
  const charts = Object.keys(exported).filter((name) => name.endsWith("Chart"));
  expect(charts.filter((name) => !drawn.has(name))).toEqual([]);
});

for (const [name, spec] of Object.entries(charts)) {
  // A copy, because Vega changes the data of a spec.
  test(`the chart "${name}" draws to SVG without a warning and has a description`, async () => {
    const warnings: unknown[] = [];
    const logger = loggerTo(warnings);
    const view = new View(parse(compile(structuredClone(spec) as unknown as TopLevelSpec, { logger }).spec), {
      renderer: "none",
      logger,
    });
    const svg = await view.toSVG();
    view.finalize();
    expect(warnings).toEqual([]);
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/NaN|undefined|null/);
    expect(spec.description).toMatchSnapshot();
  });

  test(`the chart "${name}" matches its snapshot`, () => {
    const { $schema, config, usermeta, ...own } = spec;
    const { narrower, ...rest } = usermeta as Record<string, unknown>;
    expect({ config, usermeta: rest }).toEqual({
      config: chartTheme,
      usermeta: { embedOptions: { renderer: "svg" } },
    });
    expect(own).toMatchSnapshot();
    if (narrower !== undefined)
      expect((narrower as { width: number }[]).map(({ width }) => width)).toEqual([640, 520, 420, 340, 280]);
  });
}

test("barChart() describes at most 20 bars, and names the first of the largest", () => {
  const bars = Array.from({ length: 21 }, (_, i) => ({ label: `b${i}`, value: i < 2 ? 1 : 0 }));
  expect(barChart(bars).description).toMatch(/the largest b0\. .*b19 0 and more\.$/);
  expect(barChart(bars.slice(0, 20)).description).toMatch(/b19 0\.$/);
});

test("barChart() refuses half a spread, and one that does not contain its bar", () => {
  const bar = { label: "a", value: 1 };
  for (const spread of [{ low: 0 }, { high: 2 }, { low: 1.5, high: 2 }, { low: 0, high: 0.5 }]) {
    expect(() => barChart([{ ...bar, ...spread }])).toThrow(
      /low must be at most the value.*"a" has .*Remedy/,
    );
  }
  expect(() => barChart([{ ...bar, low: Number.NaN, high: 2 }])).toThrow(/finite: low of "a" is NaN/);
  expect(() => barChart([{ ...bar, low: 0, high: Number.POSITIVE_INFINITY }])).toThrow(/high of "a" is Inf/);
});

test("heatChart() writes numbers in at most 150 cells, in a light colour on dark cells", () => {
  const layersOf = (count: number): unknown[] =>
    heatChart([new Array(count).fill(0.5)], ["row"], {
      columns: Array.from({ length: count }, (_, i) => `${i}`),
    }).layer as unknown[];
  expect([150, 151].map((count) => layersOf(count).length)).toEqual([2, 1]);
  expect(JSON.stringify(heatChart([[1, 3]], ["a"], { columns: ["b", "c"] }))).toContain("datum.value < 1.84");
});

test("lossChart() is plain data", () => {
  expect(JSON.parse(JSON.stringify(charts))).toEqual(charts);
});

test("lossChart() thins a long history to 500 points and keeps both ends", () => {
  const long = Array.from({ length: 12_345 }, (_, step) => ({ step, loss: 1 / (step + 1) }));
  const { values } = lossChart(long).data as { values: { step: number }[] };
  expect(values).toHaveLength(500);
  expect([values[0]?.step, values.at(-1)?.step]).toEqual([0, 12_344]);
});

test("thinned() keeps the order and both ends, and repeats nothing", () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.integer({ min: 2, max: 40 }), (length, most) => {
      const items = Array.from({ length }, (_, i) => i);
      const kept = thinned(items, most);
      expect(kept).toHaveLength(Math.min(length, most));
      expect([...new Set(kept)].sort((a, b) => a - b)).toEqual(kept);
      expect([kept[0], kept.at(-1)]).toEqual([items[0], items.at(-1)]);
    }),
  );
});

test("lossChart() counts pairs, examples, epochs or steps, the first that the history has, and names the axis after it", () => {
  const all = { loss: 1, pairs: 1, examples: 2, epoch: 3, step: 4 };
  const axis = (chart: ChartSpec): unknown =>
    (chart as unknown as { encoding: { x: { field: string; title: string } } }).encoding.x;
  const { pairs, ...examples } = all;
  const { examples: _, ...epochs } = examples;
  const { epoch, ...steps } = epochs;
  for (const [point, field, title] of [
    [all, "pairs", "pairs of words"],
    [examples, "examples", "examples"],
    [epochs, "epoch", "epoch"],
    [steps, "step", "step"],
  ] as const)
    expect(axis(lossChart([point]))).toMatchObject({ field, title });
  expect(axis(lossChart([all], { x: "step", unit: "minutes" }))).toMatchObject({
    field: "step",
    title: "minutes",
  });
  expect(lossChart([steps], { unit: "day" }).description).toContain("Loss from 1 at day 4");
  expect(() => lossChart([all, { loss: 1 }], { x: "epoch" })).toThrow(/needs "epoch": point 1 has none/);
});

test("lossChart() draws a gap where the loss is NaN", () => {
  const broken = lossChart([
    { step: 0, loss: 1 },
    { step: 1, loss: Number.NaN },
  ]);
  expect(broken.description).toMatch(/to NaN at step 1/);
});

test("learningRateChart() has a logarithmic axis and a line at the suggestion, and leaves out the exploded loss", () => {
  const steps = [1, 2, 3, 4].map((step) => ({ alpha: 10 ** -step, loss: step === 1 ? 99 : 5, smoothed: 5 }));
  const chart = learningRateChart(steps, { suggested: 0.02 });
  expect((chart.data as { values: object[] }).values).toHaveLength(3);
  const layers = chart.layer as { encoding: { x: { scale: object } }; data?: object }[];
  expect(layers.map(({ encoding }) => encoding.x.scale)).toEqual(layers.map(() => ({ type: "log" })));
  expect(layers.at(-1)?.data).toEqual({ values: [{ alpha: 0.02 }] });
  expect(learningRateChart(steps, { suggested: Number.NaN }).layer).toHaveLength(2);
  expect(() => learningRateChart([])).toThrow(/history is empty/);
});

test("arrowsChart() gives the angle between two arrows", () => {
  const at = (x: number, y: number) =>
    arrowsChart([
      { word: "a", x: 1, y: 0 },
      { word: "b", x, y },
    ]).description;
  expect(at(0, 2)).toMatch(/angle between them is 90\.0°/);
  expect(at(-1, -1)).toMatch(/135\.0°, its cosine -0\.7071/);
  expect(at(0, 0)).not.toMatch(/angle/);
});

test("arrowsChart() draws the arc from the first arrow to the second, the shorter way round", () => {
  for (const [x, y] of [
    [1, 2],
    [2, -1],
    [-1, -3],
  ] as const) {
    const chart = arrowsChart([
      { word: "a", x: 1, y: 0.5 },
      { word: "b", x, y },
    ]);
    const arc = (
      chart.layer as { mark: { type: string }; data: { values: { x: number; y: number }[] } }[]
    ).find(({ mark }) => mark.type === "line");
    const { x: endX, y: endY } = arc?.data.values.at(-1) ?? { x: 0, y: 0 };
    expect(Math.atan2(endY, endX)).toBeCloseTo(Math.atan2(y, x), 2);
  }
});

test("lineChart() labels at most ten places of a logarithmic axis, and none of a linear one", () => {
  const labels = (count: number, log?: "x" | "y"): unknown => {
    const points = Array.from({ length: count }, (_, i) => ({ x: 1 + (i >> 1), y: 1 })); // each x twice
    return (lineChart(points, log ? { log } : {}) as { encoding: { x: { axis?: unknown } } } & ChartSpec)
      .encoding.x.axis;
  };
  expect(labels(4, "x")).toEqual({ values: [1, 2] });
  expect(labels(20, "x")).toBeDefined();
  expect([labels(22, "x"), labels(4, "y"), labels(4)]).toEqual([undefined, undefined, undefined]);
});

test("lineChart() describes each line from its first to its last point", () => {
  const line = (series: string, ...ys: number[]) => ys.map((y, x) => ({ x, y, series }));
  expect(lineChart([...line("a", 2, 5, 3), ...line("b", 1, 0)], { x: "day", y: "height" }).description).toBe(
    "Line chart of height over day. a: from 2 at 0 to 3 at 2, lowest 2, highest 5. b: from 1 at 0 to 0 at 1, lowest 0, highest 1.",
  );
  const [from, to] = [
    { x: 64, y: 89_153.2 },
    { x: 16_384, y: 1 / 3 },
  ];
  expect(lineChart([from, to]).description).toContain("From 89150 at 64 to 0.3333 at 16384");
});

test("heatChart() has the requested size", () => {
  expect(heatChart([[1]], ["a"], { width: 200, height: 100 })).toMatchObject({ width: 200, height: 100 });
});

test("charts refuse what they cannot draw", () => {
  expect(() => lossChart([])).toThrow(/history is empty/);
  expect(() => lossChart([{ pairs: 0, loss: 1 }, { loss: 1 }])).toThrow(/needs "pairs": point 1 has none/);
  expect(() => lineChart([])).toThrow(/at least one point/);
  expect(() => lineChart([{ x: 0, y: 1, low: Number.NaN, high: 2 }])).toThrow(
    /must be finite: a point is \(0, 1\)/,
  );
  expect(() => lineChart([{ x: 0, y: Number.NaN }])).toThrow(/must be finite: a point is \(0, NaN\)/);
  expect(() => lineChart([{ x: Number.POSITIVE_INFINITY, y: 0 }])).toThrow(/must be finite: /);
  expect(() => lineChart([{ x: 0, y: 1 }], { log: "x" })).toThrow(
    /> 0 on a logarithmic axis: a point is \(0, 1\)/,
  );
  expect(() => lineChart([{ x: 1, y: 0 }], { log: "y" })).toThrow(
    /> 0 on a logarithmic axis: a point is \(1, 0\)/,
  );
  expect(() => lineChart([{ x: -1, y: 0 }], { log: "both" })).toThrow(RangeError);
  expect(() => projectionChart([])).toThrow(RangeError);
  expect(() => arrowsChart([])).toThrow(RangeError);
  expect(() =>
    barChart([
      { label: "a", value: 1 },
      { label: "a", value: 2 },
    ]),
  ).toThrow(/each bar needs a label of its own: two have "a"/);
  expect(() => heatChart([[1, 2]], ["a"])).toThrow(/row 0 has 2 numbers, and there are 1 label for columns/);
  expect(() => heatChart([[1]], ["a", "b"])).toThrow(/there are 1 row and 2 labels for them/);
  expect(() => heatChart([[]], ["a"], { columns: [] })).toThrow(/row 0 has 0 numbers/);
  const cells = [
    [1, 2],
    [3, 4],
  ];
  expect(() => heatChart(cells, ["the", "the"], { columns: ["a", "b"] })).toThrow(
    /each row .* two have "the"/,
  );
  expect(() => heatChart(cells, ["a", "b"], { columns: ["the", "the"] })).toThrow(
    /each column .* have "the"/,
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  "no chart draws %d as if it were not there",
  (broken) => {
    const point = { alpha: 0.1, loss: 1, smoothed: 1 };
    const wrong: readonly (() => unknown)[] = [
      () => barChart([{ label: "a", value: broken }]),
      () => heatChart([[1, broken]], ["a"], { columns: ["b", "c"] }),
      () => arrowsChart([{ word: "a", x: broken, y: 1 }]),
      () => arrowsChart([{ word: "a", x: 1, y: broken }]),
      () => projectionChart([{ word: "a", x: broken, y: 1 }]),
      () => plots.projectionFigure([{ word: "a", x: 1, y: 1, z: broken }]),
      () => lossChart([{ step: broken, loss: 1 }]),
      () => learningRateChart([point, { ...point, alpha: broken }]),
    ];
    for (const draw of wrong) {
      expect(draw).toThrow(RangeError);
      expect(draw).toThrow(/must be finite: .* is .*Infinity|must be finite: .* is NaN/);
      expect(draw).toThrow(/Remedy: /);
    }
  },
);

test.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])("no chart is %d pixels wide or high", (size) => {
  const wrong: readonly (() => unknown)[] = [{ width: size }, { height: size }].flatMap((sizes) => [
    () => barChart([{ label: "a", value: 1 }], sizes),
    () => heatChart([[1]], ["a"], sizes),
    () => lineChart([{ x: 0, y: 1 }], sizes),
    () => lossChart(history, sizes),
    () => learningRateChart([{ alpha: 0.1, loss: 1, smoothed: 1 }], sizes),
    () => projectionChart(words, sizes),
    () => plots.projectionFigure(words, sizes),
    () => treeChart(treeOfFour, ["a", "b", "c", "d"], sizes),
  ]);
  for (const draw of [...wrong, () => arrowsChart([{ word: "a", x: 1, y: 1 }], { size })])
    expect(draw).toThrow(/must be above 0 and at most 16384 pixels: current value is .*Remedy: /);
});

test("a chart says what is true of losses that are not finite, and leaves them out", () => {
  const steps = [Number.NaN, 2, Number.POSITIVE_INFINITY, 1].map((loss, step) => ({ step, loss }));
  expect(lossChart(steps).description).toContain("from NaN at step 0 to 1 at step 3, lowest 1.");
  const tests = steps.map(({ loss }, i) => ({ alpha: 10 ** -i, loss, smoothed: loss }));
  const chart = learningRateChart(tests, { suggested: -1 });
  expect(chart.description).toContain("lowest 1 at 0.001");
  expect((chart as unknown as { data: { values: unknown[] } }).data.values).toHaveLength(2);
  expect(chart.layer).toHaveLength(2);
});

test("arrowsChart() measures the angle of vectors whose products are no numbers", () => {
  for (const size of [1e-200, 1e200]) {
    const arrows = [
      { word: "a", x: size, y: 0 },
      { word: "b", x: 0, y: size },
    ];
    expect(arrowsChart(arrows).description).toContain("angle between them is 90.0°, its cosine 0.");
  }
});

test("treeChart() draws each node once, leaves below one another by code, and no two branches over each other", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 30 }), (numbers) => {
      const counts = numbers.sort((a, b) => b - a);
      const paths = huffmanTree(counts);
      const places = [...treeLayout(paths, counts.map(String)).values()];
      const leaves = places.filter(({ leaf }) => leaf);
      expect(leaves.map(({ y }) => y)).toEqual(counts.map((_, i) => i));
      expect(leaves.map(({ code }) => code)).toEqual(paths.map(codeOf).sort());
      const inner = places.filter(({ leaf }) => !leaf).map(({ name }) => Number(name));
      expect(inner.sort((a, b) => a - b)).toEqual(counts.slice(1).map((_, i) => i));
      for (const { code, y, leaf } of places) {
        if (leaf) continue;
        const [up, down] = [0, 1].map((branch) => places.find((one) => one.code === code + branch)?.y);
        expect(y).toBe(((up as number) + (down as number)) / 2);
        expect(up).toBeLessThan(down as number);
      }
    }),
  );
});

test("treeChart() marks the path of one word, and leaves its own room to the words", () => {
  const words = ["the", "king", "loves", "queen"];
  const layers = (options: object) =>
    treeChart(treeOfFour, words, options).layer as { mark: { color: string }; data: { values: object[] } }[];
  expect(layers({})).toHaveLength(6);
  const marked = layers({ highlight: "loves" })[1];
  expect([marked?.mark.color, marked?.data.values.length]).toEqual([plots.palette[1], 6]); // 3 branches, 2 lines each
  const end = (names: string[], width: number): number => {
    const chart = treeChart(treeOfFour, names, { width }) as unknown as {
      encoding: { x: { scale: { domain: number[] } } };
    };
    return chart.encoding.x.scale.domain[1] as number;
  };
  for (const name of ["a", "loves", "a longer word"]) {
    const step = 300 / end(["the", "king", name, "queen"], 300);
    expect(3 * step + 6 + textWidth(name, 12)).toBeLessThanOrEqual(300.01); // the domain is rounded
  }
  expect(end(["the", "king", "x".repeat(99), "queen"], 300)).toBe(12); // a quarter of the width at least is tree
});

test("treeChart() refuses what is no tree of the words", () => {
  const path = (points: number[], code: number[]) => ({ points, code });
  const [zero, one] = [path([0], [0]), path([0], [1])];
  const refusals: readonly (readonly [readonly HuffmanPath[], readonly string[], RegExp])[] = [
    [[zero, one], ["a"], /there are 2 paths and 1 word/],
    [[path([], [])], ["a"], /two words or more: there are 1 path and 1 word/],
    [[zero, path([0], [])], ["a", "b"], /the path to "b" has 1 node and the branches ""/],
    [[zero, path([0], [2])], ["a", "b"], /needs a branch, 0 or 1: .* the branches "2"/],
    [[zero, path([1], [1])], ["a", "b"], /the path to "b" has node 1 where another has node 0/],
    [[zero, zero], ["a", "b"], /two words have one code/],
    [[zero, path([0, 1], [0, 1])], ["a", "b"], /the path of another word goes through "a"/],
    [[zero, path([0, 1], [1, 0])], ["a", "b"], /no path takes branch 1 of node 1/],
  ];
  for (const [paths, words, message] of refusals) {
    expect(() => treeChart(paths, words)).toThrow(RangeError);
    expect(() => treeChart(paths, words)).toThrow(message);
  }
  expect(() => treeChart([zero, one], ["a", "b"], { highlight: "c" })).toThrow(/current value is "c"/);
});

test("treeChart() describes at most 40 words", () => {
  const described = (words: number) =>
    treeChart(
      huffmanTree(new Array(words).fill(1)),
      Array.from({ length: words }, (_, i) => `w${i}`),
    ).description;
  expect(described(40)).toMatch(/w39 [01]+\.$/);
  expect(described(41)).toMatch(/w39 [01]+ and more\.$/);
});

test("a bar may be called as what every object of JavaScript has", async () => {
  const bars = ["constructor", "__proto__", "toString"].map((label, i) => ({ label, value: i + 1 }));
  const spec = compile(structuredClone(barChart(bars)) as unknown as TopLevelSpec).spec;
  const view = new View(parse(spec), { renderer: "none" });
  expect(await view.toSVG()).toContain("constructor");
  view.finalize();
});

/** A logger of Vega and Vega-Lite that keeps warnings and errors. */
function loggerTo(warnings: unknown[]): never {
  const quiet = () => logger;
  const keep = (...parts: unknown[]) => {
    warnings.push(parts);
    return logger;
  };
  const logger: unknown = { level: quiet, error: keep, warn: keep, info: quiet, debug: quiet };
  return logger as never;
}
