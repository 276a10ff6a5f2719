import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { inspectResult } from "./inspect-result.cjs";
import { resultBundle } from "./result-bundle.cjs";
import { toWire } from "./to-wire.cjs";

describe("inspectResult()", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("writes a typed array on one line, at any depth, and float32 numbers without extra digits", () => {
    expect(inspectResult({ v: Float32Array.of(0.1, 1 / 3) })).toBe("{ v: Float32Array(2) [0.1, 0.3333333] }");
    expect(inspectResult(Float64Array.of(1 / 3))).toBe("Float64Array(1) [0.3333333333333333]");
    expect(inspectResult(new Int8Array(10))).toMatch(/^Int8Array\(10\) \[(0, ){9}0\]$/);
    expect(inspectResult(new Int8Array(11))).toMatch(/0, … 1 more\]$/);
    expect(inspectResult(new Int8Array(12))).toMatch(/^Int8Array\(12\) \[(0, ){10}… 2 more\]$/);
  });

  test("shortens long values and goes three levels deep", () => {
    const lines = Array.from({ length: 50 }, () => "x".repeat(500));
    const shown = inspectResult(lines);
    expect(shown).toMatch(/… \d+ more characters$/);
    expect(shown.indexOf("…")).toBe(20_000);
    expect(inspectResult("x".repeat(6000))).toMatch(/1000 more characters$/);
    expect(inspectResult(new Array(51).fill(0))).toContain("1 more item");
    expect(inspectResult({ a: { b: { c: { d: { e: 1 } } } } })).toContain("d: [Object]");
  });

  test("says so if a value cannot be shown, and does not change console.log", () => {
    const angry = new Proxy([], {
      get: () => {
        throw new Error("no");
      },
    });
    const asks = { [inspect.custom]: () => String(angry[0]) };
    expect(inspectResult(asks)).toBe("[a value that cannot be shown: no]");
    expect(Object.getOwnPropertySymbols(Object.prototype)).not.toContain(inspect.custom);
  });

  const tensor = {
    dataId: {},
    shape: [2],
    dtype: "float32",
    size: 2,
    dataSync: () => Float32Array.of(0.1, 2),
  };

  test("reads a tensor if that does not wait for another device", () => {
    vi.stubGlobal("_tfengine", { backendName: "wasm" });
    expect(inspectResult(tensor)).toBe("Tensor [2] float32 [0.1, 2]");
    expect(inspectResult({ ...tensor, isDisposed: true })).toBe("Tensor [2] float32, disposed");
    expect(inspectResult({ ...tensor, size: 1_000_000 })).toMatch(/0\.1, 2/);
    expect(inspectResult({ ...tensor, size: 1_000_001 })).toBe("Tensor [2] float32");
    const lost = (): never => {
      throw new Error("lost");
    };
    expect(inspectResult({ ...tensor, dataSync: lost })).toBe("Tensor [2] float32");
    vi.stubGlobal("_tfengine", { backendName: "webgpu" });
    expect(inspectResult(tensor)).toBe("Tensor [2] float32");
    vi.stubGlobal("_tfengine", undefined);
    expect(inspectResult(tensor)).toBe("Tensor [2] float32");
  });

  test.each(["dataId", "shape", "dtype"])("does not treat a value without %s as a tensor", (field) => {
    expect(inspectResult({ ...tensor, [field]: undefined })).toContain("size: 2");
  });
});

describe("resultBundle()", () => {
  const drawn = { "image/svg+xml": "<svg>" };
  const cells = {
    folder: "/project",
    lines: new Map(),
    plotBundle: async () => drawn,
    inCell: <T>(run: () => T) => run(),
  };
  const undrawn = {
    ...cells,
    ...cells,
    plotBundle: async () => {
      throw new Error("Vega refuses");
    },
  };
  const chart = { $schema: "https://vega.github.io/schema/vega-lite/v5.json", title: "Loss" };
  const figure = { data: [1], layout: {}, description: "Words" };

  test("uses the bundle that a value has or makes", async () => {
    const own = { "text/html": "<b>" };
    expect(await resultBundle({ mimeBundle: own }, cells)).toEqual(own);
    const display: unique symbol = Symbol.for("Jupyter.display");
    class Shown {
      own = own;
      async [display](): Promise<object> {
        return this.own;
      }
    }
    expect(await resultBundle(new Shown(), cells)).toEqual(own);
    expect(await resultBundle({ a: 1, [display]: () => "text" }, cells)).toHaveProperty(["text/plain"]);
  });

  test("draws a chart and a figure, but nothing that only looks like one", async () => {
    expect(await resultBundle(chart, cells)).toEqual(drawn);
    expect(await resultBundle(figure, cells)).toEqual(drawn);
    const others = [
      { ...figure, description: undefined },
      { ...figure, layout: null },
      { ...figure, data: {} },
      { $schema: "vega/v5" },
    ];
    for (const other of others) expect(await resultBundle(other, cells)).toHaveProperty(["text/plain"]);
  });

  test("says why a value cannot be drawn", async () => {
    expect(await resultBundle({ ...chart, description: "falls" }, undrawn)).toMatchObject({
      "application/vnd.vegalite.v5+json": { title: "Loss" },
      "text/plain": "Loss: falls",
    });
    expect(await resultBundle(figure, undrawn)).toEqual({
      "application/vnd.plotly.v1+json": { data: [1], layout: {} },
      "text/plain": "Words",
    });
    const silent = await resultBundle({ ...chart, title: "" }, undrawn);
    expect(silent["text/plain"]).toBe("A chart without a description");
  });

  test("shows an error as a traceback would, and any other value as text", async () => {
    const error = await resultBundle(new RangeError("too far"), cells);
    expect(error["text/plain"]).toMatch(/^RangeError: too far/);
    expect(await resultBundle(undefined, cells)).toEqual({ "text/plain": "undefined" });
    expect(await resultBundle(null, cells)).toEqual({ "text/plain": "null" });
  });
});

test("toWire() writes bytes as base64 and does not change anything else", () => {
  const bundle = { "image/png": Uint8Array.of(1, 2, 3), "text/plain": "a", "application/json": { b: 1 } };
  expect(toWire(bundle)).toEqual({ ...bundle, "image/png": "AQID" });
});
