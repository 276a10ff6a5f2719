import { afterEach, beforeEach, expect, test } from "vitest";
import { KERNEL_HOST, type MimeBundle } from "../host/index.ts";
import { startTraining } from "../train/index.ts";
import { vectorsFromRows } from "../vectors/index.ts";
import { captionHtml } from "./caption-html.ts";
import { showNeighbours } from "./show-neighbours.ts";
import { showNumbers } from "./show-numbers.ts";
import { showTraining } from "./show-training.ts";

const scope = globalThis as unknown as Record<symbol, unknown>;
let shown: MimeBundle[];
let stop: boolean;
beforeEach(() => {
  shown = [];
  stop = false;
  scope[KERNEL_HOST] = {
    show: (bundle: MimeBundle) => shown.push(bundle),
    clear: () => {},
    interrupted: () => stop,
  };
});
afterEach(() => {
  delete scope[KERNEL_HOST];
});

const text = (): string => String(shown.at(-1)?.["text/plain"]);
const html = (): string => String(shown.at(-1)?.["text/html"]);

test("showNumbers() aligns names and numbers, and shows a tiny number by its exponent", async () => {
  await showNumbers({ "by hand": [0.12345, -1], library: [1, 2e-11], words: 10, best: "none" });
  expect(text().split("\n")).toEqual([
    "by hand   0.1235  -1.0000",
    "library   1.0000   2.0e-11",
    "words    10",
    "best        none",
  ]);
  expect(html()).toContain(
    '<th scope="row" style="text-align:left;font-weight:normal">words</th>' +
      '<td style="text-align:right;white-space:nowrap">10\u2008\u2007\u2007\u2007\u2007</td>',
  );
});

test("showNumbers() sets a long text over all columns, where it can break", async () => {
  const words = "supreme, attack, lawsuit, decree, ruled, court";
  await showNumbers({ "good and bad": [3, 4], smallest: words, best: "none" });
  expect(html()).toContain(`<td colspan="2" style="text-align:left">${words}</td>`);
  expect(html()).toContain('<td style="text-align:right;white-space:nowrap">none</td>');
  await showNumbers({ smallest: words });
  expect(html()).toContain(`<td style="text-align:left">${words}</td>`);
});

test("showNumbers() shows exact zeros, huge numbers and NaN as what they are, below a caption", async () => {
  await showNumbers({ a: [0, 0.5, 1.5e9, Number.NaN, -Infinity] }, { digits: 1, caption: "Four" });
  expect(text()).toBe("Four\n  a  0.0  0.5  1.5e+9  NaN  -Infinity");
  expect(html()).toContain(captionHtml("Four"));
  await expect(showNumbers({})).rejects.toThrow(/none were given\. Remedy: /);
});

test("showNumbers() keeps each name on its line and hands nothing to a terminal that it would obey", async () => {
  await showNumbers({ "a\nb": 1, "\u001b[2Jc": "\u001b[31mred" }, { caption: "\u001b[1mof words" });
  expect(text().split("\n")).toHaveLength(3);
  expect(text()).not.toContain("\u001b");
  expect(text()).toContain("\\u{a}b");
});

test("showNumbers() shows the first thousand numbers of a line and counts the others", async () => {
  await showNumbers({ long: Float64Array.from({ length: 300_000 }, (_, i) => i) });
  expect(text()).toMatch(/ 998 {2,}999 {2}and 299000 others$/);
});

test.each([-1, 1.5, Number.NaN, 101])("showNumbers() refuses %d digits", async (digits) => {
  await expect(showNumbers({ a: 1.5 }, { digits })).rejects.toThrow(
    /digits must be .* from 0 to 100: .*Remedy: /,
  );
});

test("showNeighbours() writes each word's nearest words, without what a terminal obeys", async () => {
  const vectors = vectorsFromRows({ a: [1, 0], "b\u001b[31m": [1, 0.1], c: [0, 1] });
  await showNeighbours(vectors, ["a", "c"], { count: 1 });
  expect(text()).toMatch(/^a {2}b.*\[31m 1\.00\nc {2}b.*0\.10$/);
  expect(text()).not.toContain("\u001b");
});

const corpus = Array.from({ length: 300 }, () => ["the", "king", "loves", "the", "queen"]);

test("showTraining() returns every report, passes each on, and ends with the title", async () => {
  const seen: number[] = [];
  const training = startTraining(corpus, { minCount: 1, vectorSize: 4, epochs: 1 });
  const reports = await showTraining(training, {
    title: "Ten words",
    onReport: ({ tokens }) => void seen.push(tokens),
  });
  expect(seen).toEqual(reports.map(({ tokens }) => tokens));
  expect(reports.at(-1)?.tokens).toBe(reports.at(-1)?.totalTokens);
  expect(text()).toMatch(/^Ten words: Line chart/);
});

test("showTraining() says of a training that was stopped how far it came", async () => {
  const onReport = (): void => {
    stop = true;
  };
  const training = startTraining(corpus, { minCount: 1, vectorSize: 4, epochs: 1000 });
  const reports = await showTraining(training, { title: "Ten words", onReport });
  expect(reports.at(-1)?.tokens).toBeLessThan(reports.at(-1)?.totalTokens as number);
  expect(text()).toMatch(/^Ten words, stopped at \d+ %: the vectors so far remain: Line chart/);
});
