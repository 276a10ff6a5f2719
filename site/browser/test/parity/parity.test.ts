import { describe, expect, test } from "vitest";
import { compareCells, type ExecutedCell } from "./compare-cells.ts";
import { difference } from "./difference.ts";
import { shown } from "./shown.ts";

const exact = { relative: 0, absolute: 0 };

describe("shown()", () => {
  test("joins the text of each stream, and leaves out a chart's pictures and a view's script", () => {
    const lines = shown([
      { output_type: "stream", name: "stdout", text: ["a\n", "b\n"] },
      { output_type: "stream", name: "stdout", text: "c\n" },
      { output_type: "stream", name: "stderr", text: "d\n" },
      {
        output_type: "display_data",
        data: { "text/plain": "e", "image/png": "AQID", "application/vnd.vegalite.v5+json": { g: 2, f: 1 } },
      },
      {
        output_type: "display_data",
        data: { "text/html": ["<p>f</p>\n", "<script>var w2vViews=1;\nw2vViews.mountAll();</script>"] },
      },
      { output_type: "error", ename: "E", evalue: "why", traceback: ["\u001b[31mE: why\u001b[0m"] },
    ]);
    expect(lines).toEqual([
      "stdout: a\nb\nc\n",
      "stderr: d\n",
      'application/vnd.vegalite.v5+json: {"f":1,"g":2}',
      "text/plain: e",
      "text/html: <p>f</p>\n",
      "E\nwhy\nE: why",
    ]);
  });
});

describe("difference()", () => {
  test("is undefined for the same text, with numbers within the tolerance", () => {
    expect(difference("loss 1.5", "loss 1.5", exact)).toBe(undefined);
    expect(difference("loss 1.5", "loss 1.6", { relative: 0.1, absolute: 0 })).toBe(undefined);
  });

  test("names the first number or text that differs", () => {
    expect(difference("loss 1.5", "loss 1.6", exact)).toBe("1.5 in Node, 1.6 here");
    expect(difference("loss 1.5 ok", "loss 1.5 no", exact)).toBe('" ok" in Node, " no" here');
    expect(difference("loss 1.5", "loss NaN", exact)).toMatch(/in Node/);
    expect(difference("1 2", "1 2 3", exact)).toMatch(/in Node/);
  });
});

describe("compareCells()", () => {
  const cell = (id: string, text: string, tags: string[] = []): ExecutedCell => ({
    id,
    metadata: { tags },
    outputs: [{ output_type: "stream", name: "stdout", text }],
  });

  test("reports each cell with a different output, and missing cells", () => {
    const inNode = [cell("a", "1"), cell("b", "2"), cell("c", "3")];
    expect(compareCells(inNode, inNode)).toEqual([]);
    expect(compareCells(inNode, [cell("a", "1"), cell("b", "3")])).toEqual([
      "b: 2 in Node, 3 here",
      "c: the page has no such cell",
    ]);
  });

  test("compares only the types of outputs if a cell measures the machine", () => {
    const inNode = [cell("time", "5 s", ["measured"])];
    expect(compareCells(inNode, [cell("time", "7 s and more")])).toEqual([]);
    expect(compareCells(inNode, [{ ...cell("time", ""), outputs: [] }])).toEqual([
      "time: shows stdout in Node,  here",
    ]);
  });
});
