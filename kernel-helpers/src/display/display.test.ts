import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KERNEL_HOST, type MimeBundle, type ShowOptions } from "../host/index.ts";
import { arrowsChart, barChart, lossChart, projectionFigure } from "../plot/index.ts";
import { bundleOf } from "./bundle-of.ts";
import { captionHtml } from "./caption-html.ts";
import { escapeHtml, html, markdown } from "./displayable.ts";
import { liveChart } from "./live-chart.ts";
import { readable } from "./readable.ts";
import { show } from "./show.ts";
import { showTable, table } from "./table.ts";

const scope = globalThis as unknown as Record<symbol, unknown>;
let outputs: { readonly bundle: MimeBundle; readonly options: ShowOptions | undefined }[];

beforeEach(() => {
  outputs = [];
  scope[KERNEL_HOST] = {
    show: (bundle: MimeBundle, options?: ShowOptions) => outputs.push({ bundle, options }),
    clear: () => {},
    interrupted: () => false,
  };
});
afterEach(() => {
  delete scope[KERNEL_HOST];
  vi.useRealTimers();
});

const chart = (loss: number) =>
  lossChart(
    [
      { step: 0, loss: 4 },
      { step: 1, loss },
    ],
    { title: "A & B" },
  );

test("show() of a chart gives an interactive chart, a picture and a text in one output", async () => {
  const spec = chart(2);
  const before = structuredClone(spec);
  await show(spec);
  expect(outputs).toHaveLength(1);
  const { bundle } = outputs[0]!;
  expect(Object.keys(bundle)).toEqual(["application/vnd.vegalite.v5+json", "image/svg+xml", "text/plain"]);
  expect(bundle["application/vnd.vegalite.v5+json"]).toEqual(before); // Vega has not changed it
  expect(bundle["image/svg+xml"]).toMatch(/^<svg role="img" aria-label="Line chart\. Loss from 4 at step 0/);
  expect(bundle["text/plain"]).toMatch(/^A & B: Line chart/);
  // the image brings its ground along, light or dark, for text that has the colour of the page
  expect(bundle["image/svg+xml"]).toMatch(
    /^<svg [^>]*class="marks w2v-picture"[^>]*><style>\.w2v-picture\{color:#20242a;background:#fff\}@media/,
  );
  expect(bundle["image/svg+xml"]).toContain('fill="currentColor"');
});

test("an image contains no character that XML does not know, and the text none that a terminal obeys", async () => {
  const bundle = await bundleOf(barChart([{ label: "a\u0000\u001b[2J\ud800b", value: 1 }]), true);
  const svg = String(bundle["image/svg+xml"]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
  expect(svg).not.toMatch(/[\u0000-\u0008\u000b-\u001f]|\p{Surrogate}/u);
  expect(svg).toContain("a\ufffd\ufffd[2J\ufffdb");
  expect(bundle["text/plain"]).not.toContain("\u001b");
});

test("show() of a figure makes its picture from the chart that it contains", async () => {
  const figure = projectionFigure([{ word: "a < b", x: 1, y: 2, z: 3 }]);
  await show(figure);
  const { picture, ...bare } = figure;
  await show(bare);
  const [full, without] = outputs.map(({ bundle }) => bundle);
  expect(full!["application/vnd.plotly.v1+json"]).toEqual({ data: figure.data, layout: figure.layout });
  expect(full!["image/svg+xml"]).toContain(
    'aria-label="Scatter plot of 1 word in 2 dimensions. a &lt; b (1, 2)',
  );
  expect(full!["text/plain"]).toMatch(/^Word vectors: Scatter plot of 1 word in 3 dimensions/);
  expect(Object.keys(without!)).toEqual(["application/vnd.plotly.v1+json", "text/plain"]);
});

test("show() treats a value as a figure only if it has data, a layout and a description", async () => {
  const figure = { data: [1], layout: {}, description: "words" };
  for (const missing of Object.keys(figure)) await show({ ...figure, [missing]: undefined });
  expect(outputs.map(({ bundle }) => Object.keys(bundle))).toEqual(new Array(3).fill(["text/plain"]));
});

test("show() reports what Vega does not accept", async () => {
  const broken = { ...chart(1), mark: "no such mark" };
  await expect(show(broken)).rejects.toThrow(/^Cannot draw a chart: Vega does not accept its spec: /);
});

test("show() of HTML and Markdown keeps the source and gives text", async () => {
  await show(html("<style>b { color: red }</style><p>Two <b>words</b></p>"));
  await show(html("<hr>", "a line"));
  await show(markdown("$h = v_c$"));
  expect(outputs.map(({ bundle }) => bundle["text/plain"])).toEqual(["Two words", "a line", "$h = v_c$"]);
  expect(outputs[2]!.bundle["text/markdown"]).toBe("$h = v_c$");
});

test.each([
  ["text", "text"],
  [1 / 3, "0.3333333333333333"],
  [null, "null"],
  [undefined, "undefined"],
  [new Float32Array([1 / 3, 2]), "Float32Array(2) [0.3333, 2]"],
  [{ word: "cat", at: [1, "x"] }, '{ word: "cat", at: [1, "x"] }'],
  [new Map([["a", 1]]), 'Map(1) ["a" → 1]'],
  [new Set([1]), "Set(1) [1]"],
  [new DataView(new ArrayBuffer(2)), "DataView {}"],
  [new RangeError("no"), "RangeError: no"],
  [function cbow() {}, "[Function cbow]"],
  [[() => {}], "[[Function without a name]]"],
  [Array.from({ length: 22 }, () => 0), `[${"0, ".repeat(20)}… 2 more]`],
])("readable(%o) is %s", (value, expected) => {
  expect(readable(value)).toBe(expected);
});

test("readable() writes numbers that are too large for whole ones with four digits", () => {
  expect(readable(new Float64Array([1.2830590098385441e42, 2 ** 53 - 1]))).toBe(
    "Float64Array(2) [1.283e+42, 9007199254740991]",
  );
});

test("readable() handles circular references", () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(readable(circle)).toBe("{ self: { self: { self: … } } }");
});

test("table() escapes its cells, and aligns them in its text", async () => {
  const rows = [
    { word: "<b>", similarity: 0.123456 },
    { word: "naïve", similarity: 12, note: "x" },
  ];
  expect(table(rows, { caption: "A & B" }).mimeBundle).toEqual({
    "text/html":
      `<table>${captionHtml("A & B")}<thead><tr>` +
      '<th scope="col" style="text-align:left">word</th><th scope="col" style="text-align:right">similarity</th>' +
      '<th scope="col" style="text-align:left">note</th></tr></thead><tbody>' +
      '<tr><td style="text-align:left">&lt;b&gt;</td><td style="text-align:right;white-space:nowrap">0.1235</td>' +
      '<td style="text-align:left"></td></tr>' +
      '<tr><td style="text-align:left">naïve</td><td style="text-align:right;white-space:nowrap">12\u2008\u2007\u2007\u2007\u2007</td>' +
      '<td style="text-align:left">x</td></tr></tbody></table>',
    "text/plain": "A & B\nword   similarity  note\n<b>        0.1235\nnaïve     12       x",
  });
  await showTable(rows, { columns: ["word"], most: 1 });
  expect(outputs[0]!.bundle["text/plain"]).toBe("word\n<b>\n… 1 more rows");
});

test("escapeHtml() leaves no character that ends an attribute or starts a tag", () => {
  expect(escapeHtml(`<a href="x" title='y'>&`)).toBe("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
});

test("liveChart() draws at most four times a second in one output, and the last state when done", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const live = liveChart();
  let made = 0;
  for (let step = 0; step < 100; step++) {
    await live.update(() => {
      made += 1;
      return chart(step + 1);
    });
    vi.advanceTimersByTime(10);
  }
  expect(made).toBe(4); // one second
  await live.done();
  expect(outputs.map(({ options }) => options?.update)).toEqual([false, true, true, true, true]);
  expect(new Set(outputs.map(({ options }) => options?.displayId)).size).toBe(1);
  expect(outputs.map(({ bundle }) => "image/svg+xml" in bundle)).toEqual([false, false, false, false, true]);
  expect(outputs.at(-1)!.bundle["text/plain"]).toMatch(/to 100 at step 1/);
});

test("liveChart() draws the state given to done(), and each live chart has its own output", async () => {
  const [one, two] = [liveChart(), liveChart()];
  await one.update(chart(3));
  await two.done(arrowsChart([{ word: "a", x: 1, y: 1 }]));
  await one.done(chart(1));
  expect(outputs[0]!.options?.displayId).toBe(outputs[2]!.options?.displayId);
  expect(outputs[1]!.options?.displayId).not.toBe(outputs[0]!.options?.displayId);
  expect(outputs[2]!.bundle["text/plain"]).toMatch(/to 1 at step 1/);
  expect(() => liveChart({ perSecond: 0 })).toThrow(RangeError);
});

test("show() outside a kernel prints the text", async () => {
  delete scope[KERNEL_HOST];
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await show(chart(2));
  expect(log.mock.calls).toEqual([[expect.stringMatching(/^A & B: Line chart/)]]);
  log.mockRestore();
});

test("table() takes a column of written numbers for one of numbers, and a column with a word for one of words", () => {
  const { mimeBundle } = table([
    { written: "-0.50", mixed: "1.5", counted: 12 },
    { written: "-3.1e-7", mixed: "none", counted: "none" },
    { written: "-Infinity", mixed: "NaN" },
  ]);
  expect(mimeBundle["text/plain"]).toBe(
    "  written  mixed  counted\n  -0.50    1.5         12\n  -3.1e-7  none      none\n-Infinity  NaN",
  );
});

test("table() escapes in its text what a terminal would obey, and nothing in its HTML, where it has no effect", () => {
  const { mimeBundle } = table([{ word: "\u001b[2Jx", count: 1 }]);
  expect(mimeBundle["text/plain"]).toContain("\\u{1b}[2Jx");
  expect(mimeBundle["text/plain"]).not.toContain("\u001b");
  expect(mimeBundle["text/html"]).toContain("\u001b[2Jx");
});

test("bundleOf() of a chart that a learner wrote needs neither a description nor a title, and takes any form of title", async () => {
  const bare = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    data: { values: [{ x: 1 }] },
    mark: "point",
  };
  const text = async (more: object): Promise<unknown> =>
    (await bundleOf({ ...bare, ...more }, true))["text/plain"];
  expect(await text({})).toBe("Chart");
  expect(await text({ title: "Points" })).toBe("Points");
  expect(await text({ title: { text: "Points" }, description: "One point" })).toBe("Points: One point");
  expect(await text({ title: ["Two", "lines"] })).toBe("Two lines");
  expect((await bundleOf(bare, true))["image/svg+xml"]).toContain('aria-label=""');
});
