import { afterEach, beforeEach, expect, test } from "vitest";
import { filledTable, seededRandom } from "../base/index.ts";
import { KERNEL_HOST, type MimeBundle } from "../host/index.ts";
import { cbow, type Example, type Model, skipGram, stepTrace, withPath } from "../model/index.ts";
import { huffmanTree } from "../vocabulary/index.ts";
import { stepFrames } from "./step-frames.ts";
import { stepThrough } from "./step-through.ts";

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
  const text = String(shown[0]?.["text/plain"]);
  expect(text).toMatch(/^A step\n\n1 Read the input rows: v_c\nword/);
  expect(text).toContain("u_j ← u_j - α e_j h, α = 0.1");
  expect(text.match(/king/g)).toHaveLength(10); // an input, and a noise word that was drawn twice, in four frames
  const html = String(shown[0]?.["text/html"]);
  expect(html).toContain("&lt;b&gt;loves");
  expect(html).not.toContain("<b>loves");
  await stepThrough(model, withPath(skipGram(pair), tree), { words });
  expect(String(shown[1]?.["text/plain"])).toContain("node 2");
});
