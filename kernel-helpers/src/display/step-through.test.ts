import { expect, test } from "vitest";
import { filledTable, seededRandom } from "../base/index.ts";
import type { MimeBundle } from "../host/index.ts";
import { cbow, type Example, type Model, skipGram, stepTrace, withPath } from "../model/index.ts";
import { huffmanTree } from "../vocabulary/index.ts";
import { catchShown } from "./catch-shown.suite.ts";
import { stepFrames } from "./step-frames.ts";
import { stepThrough } from "./step-through.ts";
import { stepView } from "./step-view.ts";
import { VIEW_TYPE } from "./view-data.ts";

const shown = catchShown();

const words = ["the", "king", "<b>loves</b>", "queen"];
const random = seededRandom(2);
const model: Model = {
  input: filledTable(4, 3, () => 2 * random() - 1),
  output: filledTable(4, 3, () => 2 * random() - 1),
};
const example = { center: 2, context: [0, 1, 0, 3] };
const pair = { center: 2, context: 3 };
const tree = huffmanTree([4, 3, 2, 1]);
const six: Readonly<Record<string, Example>> = {
  "CBOW, softmax": cbow(example),
  "CBOW, negative sampling": cbow(example, [1, 1]),
  "CBOW, hierarchical softmax": withPath(cbow(example), tree),
  "Skip-Gram, softmax": skipGram(pair),
  "Skip-Gram, negative sampling": skipGram(pair, [0, 3]),
  "Skip-Gram, hierarchical softmax": withPath(skipGram(pair), tree),
};

test.each(Object.entries(six))(
  "stepFrames() of %s has the numbers of the trace, frame by frame",
  (_, one) => {
    const trace = stepTrace(model, one, 0.5);
    const frames = stepFrames(trace, words);
    const column = (frame: number, name: string): unknown[] =>
      (frames[frame]?.rows ?? []).map((row) => row[name]);
    const p = one.path || one.negatives ? "σ(z)" : "ŷ";
    expect(column(0, "v")).toEqual(trace.inputs.map(({ before }) => before));
    expect(column(1, "h")).toEqual([trace.h]);
    expect(column(2, "z")).toEqual(trace.outputs.map(({ score }) => score));
    expect(column(3, p)).toEqual(trace.outputs.map(({ probability }) => probability));
    expect(column(4, "L")).toEqual([trace.loss]);
    expect(column(5, "label")).toEqual(trace.outputs.map(({ label }) => label));
    expect(column(5, "e")).toEqual(trace.outputs.map(({ error }) => error));
    expect(column(6, "∂L/∂h")).toEqual([trace.gradient]);
    expect(column(7, "after")).toEqual(trace.outputs.map(({ after }) => after));
    expect(column(8, "after")).toEqual(trace.inputs.map(({ after }) => after));
    expect(column(9, "L after")).toEqual([trace.lossAfter]);
    expect(frames).toHaveLength(10);
  },
);

test("stepThrough() shows each formula with its numbers, names words and nodes, and escapes them", async () => {
  await stepThrough(model, cbow(example, [1, 1]), { words, alpha: 0.1, title: "A step" });
  const text = String(shown()[0]?.["text/plain"]);
  expect(text).toMatch(/^A step\n\n1 Read the input rows: v_c\nA word picks its row [^\n]*\nword/);
  expect(text).toContain("u_j ← u_j - α e_j h, α = 0.1");
  expect(text.match(/king/g)).toHaveLength(10); // an input, and a noise word that was drawn twice, in four frames
  const html = String(shown()[0]?.["text/html"]);
  expect(html).toContain("&lt;b&gt;loves");
  expect(html).not.toContain("<b>loves");
  await stepThrough(model, withPath(skipGram(pair), tree), { words });
  expect(String(shown()[1]?.["text/plain"])).toContain("node 2");
});

test("stepThrough() gives the data to play, and HTML that carries them with the script that draws them", async () => {
  await stepThrough(model, cbow(example, [1, 1]), { words, alpha: 0.1 });
  const bundle = shown()[0] as MimeBundle;
  expect(Object.keys(bundle)).toEqual([VIEW_TYPE, "text/html", "text/plain"]);
  const page = String(bundle["text/html"]);
  const [, json] = /<script type="application\/json">(.*?)<\/script>/s.exec(page) as unknown as [
    string,
    string,
  ];
  expect(JSON.parse(json)).toEqual(bundle[VIEW_TYPE]);
  expect(page.match(/<script>/g)).toHaveLength(1); // what anyone writes into a word ends no element
  expect(page).toMatch(/w2vViews\.mountAll\(\);<\/script>$/);
});

test("stepView() names rows, has the step's own rate among the losses, and leaves out small errors", () => {
  const trace = stepTrace(model, six["CBOW, softmax"] as Example, 0.123);
  const view = stepView(trace, 2, words, { title: "" });
  expect([view.inputs, view.target, view.leftOut]).toEqual([["the", "king", "the", "queen"], words[2], 0]);
  expect(view.trace.losses.filter(({ alpha }) => alpha === 0.123)).toEqual([
    { alpha: 0.123, loss: trace.lossAfter },
  ]);
  const wide: Model = { input: filledTable(30, 2, random), output: filledTable(30, 2, random) };
  const large = stepTrace(wide, { inputs: [3], target: 29 }, 0.5);
  const cut = stepView(large, 29, [], { title: "" });
  const least = Math.min(...cut.trace.outputs.map(({ error }) => Math.abs(error)));
  const smaller = large.outputs.filter(({ error }) => Math.abs(error) < least);
  expect([cut.trace.outputs.length, cut.leftOut, smaller.length]).toEqual([12, 18, 18]);
  expect(cut.outputs).toContain("29");
});

test("stepView() has the tree to draw for a path alone, with the code of its word", () => {
  const onPath = stepTrace(model, six["CBOW, hierarchical softmax"] as Example, 0.5);
  expect(stepView(onPath, 2, words, { title: "", tree }).tree).toEqual({ paths: tree, words, code: "101" });
  expect(stepView(onPath, 2, words, { title: "" }).tree).toBeUndefined();
  const softmax = stepTrace(model, six["CBOW, softmax"] as Example, 0.5);
  expect(stepView(softmax, 2, words, { title: "", tree }).tree).toBeUndefined();
});

test.each([
  [
    "an id that is no whole number",
    { inputs: [0.5], target: 1 },
    {},
    "a word of inputs must be the number of a row",
  ],
  ["no input word", { inputs: [], target: 1 }, {}, "inputs is empty"],
  ["a target without a row", { inputs: [0], target: 4 }, {}, "target must be the number of a row, 0 to 3"],
  [
    "a path without nodes",
    { inputs: [0], target: 1, path: { points: [], code: [] } },
    {},
    "needs a branch, 0 or 1",
  ],
  ["too few words", pair, { words: ["a"] }, "there are 4 rows and 1 word"],
  ["a rate that is none", pair, { alpha: Number.NaN }, "alpha must be >= 0 and finite"],
  [
    "another tree",
    withPath(skipGram(pair), tree),
    { tree: huffmanTree([9, 1, 1, 1]) },
    "must be that of tree",
  ],
  ["paths of no tree", withPath(skipGram(pair), tree), { tree: Array(4).fill(tree[3]) }, "leaf of its own"],
])("stepThrough() refuses %s, and shows nothing", async (_, wrong, options, message) => {
  const one = "center" in wrong ? skipGram(wrong) : wrong;
  await expect(stepThrough(model, one, options)).rejects.toThrow(message);
  expect(shown()).toEqual([]);
});

test("stepThrough() keeps the word to predict among many rows, and says how many it leaves out", async () => {
  const wide: Model = { input: filledTable(40, 20, () => 1), output: filledTable(40, 20, () => 0) };
  wide.output.data.fill(1, 20 * 7, 20 * 8); // the model is sure of word 7: its error is the smallest
  wide.output.data.fill(0.5, 0, 20 * 7);
  await stepThrough(wide, { inputs: [0], target: 7 });
  const view = shown()[0]?.[VIEW_TYPE] as ReturnType<typeof stepView>;
  expect([view.outputs.length, view.outputs.includes("7"), view.leftOut]).toEqual([12, true, 28]);
  const text = String(shown()[0]?.["text/plain"]);
  expect(text).toContain("The 12 output rows with the largest errors, 28 more are left out.");
  expect(text).toMatch(/… 8 more\n/); // of the 20 numbers of a vector
  expect(text).not.toContain("\n  39 "); // a row that is left out
  const example: Example = {
    inputs: [0],
    target: 7,
    negatives: [1, 1, ...Array.from({ length: 20 }, (_, i) => i + 8)],
  };
  const noise = stepView(stepTrace(wide, example, 0.5), 7, [], { title: "" });
  expect([noise.outputs[0], noise.trace.outputs[0]?.label]).toEqual(["7", 1]);
  const sum = 2 * (noise.trace.outputs[1]?.error as number);
  expect(noise.pulls[1]).toEqual({ places: 2, error: sum });
});
