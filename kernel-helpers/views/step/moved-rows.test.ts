import { expect, test } from "vitest";
import { filledTable, seededRandom } from "../../src/base/index.ts";
import { stepView } from "../../src/display/step-view.ts";
import { cbow, skipGram, stepTrace, withPath } from "../../src/model/index.ts";
import { huffmanTree } from "../../src/vocabulary/index.ts";
import { movedRows } from "./moved-rows.ts";
import { stepExample } from "./step-example.ts";

const random = seededRandom(7);
const model = {
  input: filledTable(4, 3, () => 2 * random() - 1),
  output: filledTable(4, 3, () => 2 * random() - 1),
};
const tree = huffmanTree([4, 3, 2, 1]);
const context = [0, 1, 0, 3]; // one word twice

test.each([
  ["CBOW, softmax", cbow({ center: 2, context })],
  ["CBOW, a noise word twice, and the target among them", cbow({ center: 2, context }, [1, 2, 1])],
  ["CBOW, hierarchical softmax", withPath(cbow({ center: 2, context }), tree)],
  ["Skip-Gram, softmax", skipGram({ center: 1, context: 1 })],
  ["Skip-Gram, negative sampling", skipGram({ center: 2, context: 3 }, [0, 0])],
  ["Skip-Gram, hierarchical softmax", withPath(skipGram({ center: 2, context: 3 }), tree)],
])("movedRows() gives the rows after the step, of %s", (_, example) => {
  for (const alpha of [0.05, 0.5, 3]) {
    const trace = stepTrace(model, example, alpha);
    const other = stepView(stepTrace(model, example, 1), example.target, [], { title: "" }); // of another rate
    const moved = movedRows(other, alpha);
    for (const side of ["inputs", "outputs"] as const) {
      trace[side].forEach(({ after }, i) => {
        for (const [k, value] of after.entries()) expect(moved[side][i]?.[k]).toBeCloseTo(value, 12);
      });
    }
  }
});

test("movedRows() counts places of a row that are not shown", () => {
  const example = skipGram({ center: 2, context: 3 }, Array(30).fill(0)); // one noise word, drawn 30 times
  const view = stepView(stepTrace(model, example, 0.5), 3, [], { title: "" });
  expect([view.trace.outputs.length, view.leftOut]).toEqual([12, 19]);
  const [seen, noise] = movedRows(view, 0.5).outputs;
  for (const [k, value] of (view.trace.outputs[0]?.after ?? []).entries())
    expect(seen?.[k]).toBeCloseTo(value, 12);
  for (const [k, value] of (view.trace.outputs[1]?.after ?? []).entries())
    expect(noise?.[k]).toBeCloseTo(value, 12);
  expect(stepExample(view, "outputs-move", 0.5, 1)).not.toContain("more");
  expect(stepExample(view, "loss", 0.5, 1)).toContain("… 19 more");
});
