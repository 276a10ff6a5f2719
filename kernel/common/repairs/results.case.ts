import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { type RepairCase, types } from "../../test/repair-case.ts";
import { messagesOf } from "../../test/session.ts";

/** Whether the package that draws the pictures is compiled. */
const BUILT = existsSync(join(projectRoot, "kernel-helpers/dist/index.js"));

const SPEC =
  '{ $schema: "https://vega.github.io/schema/vega-lite/v5.json", title: "A", description: "One." }';
const CHART =
  '{ $schema: "https://vega.github.io/schema/vega-lite/v5.json", title: "B", description: "A <line>.", data: { values: [{ x: 1 }] }, mark: "point", encoding: { x: { field: "x", type: "quantitative" } } }';
const FIGURE = '{ data: [], layout: {}, description: "Two." }';
const DENO = '{ [Symbol.for("Jupyter.display")]: async () => ({ "image/png": new Uint8Array([1, 2, 3]) }) }';
const TENSOR =
  '{ dataId: {}, shape: [2, 3], dtype: "float32", size: 6, dataSync: () => Float32Array.of(1, 2, 3, 4, 5, 6) }';
const PICTURE = /^<svg role="img" aria-label="A &lt;line&gt;\.".*<path/s;

/** A last expression, and the expected data of its result. */
const RESULTS: readonly (readonly [code: string, data: object])[] = [
  ["[1, 'a']", { "text/plain": "[ 1, 'a' ]" }],
  [
    '\nnew RangeError("far")',
    { "text/plain": expect.stringMatching(/^RangeError: far\n {4}at cell \d+, line 2$/) },
  ],
  ["null", { "text/plain": "null" }],
  ["new Float64Array([0.1, 0.2, 0.3])", { "text/plain": "Float64Array(3) [0.1, 0.2, 0.3]" }],
  [
    "({ data: new Float32Array(600).fill(0.1) })",
    { "text/plain": `{ data: Float32Array(600) [${"0.1, ".repeat(10)}… 590 more] }` },
  ],
  ["new Uint8Array([1])", { "text/plain": "Uint8Array(1) [1]" }],
  [
    '({ mimeBundle: { "text/html": "<b>1</b>", "text/plain": "1" } })',
    { "text/html": "<b>1</b>", "text/plain": "1" },
  ],
  [`(${DENO})`, { "image/png": "AQID" }],
  [`(${SPEC})`, { "application/vnd.vegalite.v5+json": expect.anything(), "text/plain": "A: One." }],
  [
    `(${CHART})`,
    expect.objectContaining({
      "application/vnd.vegalite.v5+json": expect.objectContaining({ mark: "point" }),
      "text/plain": "B: A <line>.",
    }),
  ],
  [`(${FIGURE})`, { "application/vnd.plotly.v1+json": { data: [], layout: {} }, "text/plain": "Two." }],
  [`(${TENSOR})`, { "text/plain": "Tensor [2, 3] float32" }], // no backend is loaded, so its numbers cannot be read
  [
    `(globalThis as any)._tfengine = { backendName: "cpu" };\n(${TENSOR})`,
    { "text/plain": "Tensor [2, 3] float32 [1, 2, 3, 4, 5, 6]" },
  ],
  [`[${TENSOR}]`, { "text/plain": "[ Tensor [2, 3] float32 [1, 2, 3, 4, 5, 6] ]" }],
  ["await Promise.resolve(7) // seven", { "text/plain": "7" }],
];

const SILENT: readonly string[] = [
  "1;",
  "await 2;\n// end",
  "undefined",
  "const three = 3;",
  "[4];\ninterface Four {}",
];

export const results: RepairCase = {
  repair: "results",
  wanted: "the last expression is an execute_result, rich where possible, unless a semicolon follows",
  plain: "the last expression is printed to stdout, with or without a semicolon",
  steps: [...RESULTS.map(([code]) => code), ...SILENT].map((code) => ({ code, stopOnError: false })),
  holds(session) {
    RESULTS.forEach(([code, data], i) => {
      expect(types(session, i), code).toEqual(["execute_result"]);
      const { content } = messagesOf(session.cells[i], "execute_result")[0]!;
      const { execution_count } = session.cells[i]!.reply as { execution_count?: number };
      expect(content, code).toEqual({ execution_count, data, metadata: {} });
    });
    SILENT.forEach((code, i) => {
      expect(types(session, RESULTS.length + i), code).toEqual([]);
    });
  },
  inNode: {
    steps: BUILT ? [{ code: `(${CHART})` }] : [],
    holds({ cells }) {
      for (const cell of cells) {
        const [result] = messagesOf(cell, "execute_result");
        expect(result?.content.data).toHaveProperty(["image/svg+xml"], expect.stringMatching(PICTURE));
      }
    },
  },
  fails: (session) => expect(types(session)).toEqual(["stream"]),
};
