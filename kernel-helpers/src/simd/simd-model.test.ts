import { expect, test, vi } from "vitest";
import { spellOptions } from "../base/index.ts";
import { openSimd } from "./open-simd.ts";
import { SimdModel } from "./simd-model.ts";
import { simdTask } from "./simd-task.ts";
import type { SimdWindow } from "./window.ts";

const newModel = (): SimdModel =>
  new SimdModel(
    openSimd({ threads: 1 }),
    simdTask(
      [5, 4, 3],
      {
        architecture: "skip-gram",
        vectorSize: 4,
        window: 2,
        sample: 0,
        negative: 2,
        nsExponent: 0.75,
        hs: false,
        cbowMean: true,
        cCompat: false,
        alpha: 0.1,
        minAlpha: 1e-4,
        seed: 1,
      },
      100,
    ),
  );

test.each<[Partial<SimdWindow>, string]>([
  [{ inputs: [] }, "it must have 1 to 4 inputs: current number is 0"],
  [{ inputs: [0, 1, 0, 1, 0] }, "it must have 1 to 4 inputs: current number is 5"],
  [{ inputs: [3] }, "inputs must be words from 0 to 2: current value is 3"],
  [{ inputs: [-1] }, "inputs must be a whole number >= 0: current value is -1"],
  [{ outputs: [0, 1, 2, 0], labels: [1, 0, 0, 0] }, "it must have 1 to 3 outputs: current number is 4"],
  [{ labels: [0, 1] }, "labels must be 1 for the first output and 0 for the others: they are 0, 1"],
  [{ labels: [1] }, "it must have a label for each of 2 outputs: there are 1"],
])("a window that does not fit is refused: %o", (wrong, message) => {
  const window: SimdWindow = { inputs: [0, 2], outputs: [1, 2], labels: [1, 0], ...wrong };
  expect(() => newModel().step(window, 0.1)).toThrow(message);
});

test("a round of long sentences is refused, and one without a whole sentence does nothing", async () => {
  const model = newModel();
  model.ids().fill(0, 0, 1001);
  model.ids()[1001] = -1;
  const never = async (): Promise<boolean> => false;
  await expect(model.run({ length: 1002, done: 0, tokens: 2000 }, never)).rejects.toThrow(
    "a sentence must have at most 1000 words: one has 1001",
  );
  expect(await model.run({ length: 500, done: 0, tokens: 500 }, never)).toEqual({
    ids: 0,
    tokens: 0,
    sentences: 0,
  });
});

test("openSimd() refuses what it cannot be", () => {
  expect(() => openSimd({ threads: -1 })).toThrow("threads must be a whole number >= 0: current value is -1");
  expect(() => openSimd({ threads: 1000 })).toThrow("threads must be at most 256: current value is 1000");
  expect(() => openSimd({ binary: "fast" as "plain" })).toThrow(
    'binary must be "plain", "relaxed" or "auto": current value is "fast"',
  );
});

test("openSimd() names the option that a person used when the machine has no relaxed SIMD", () => {
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: { validate(): boolean } };
  const validate = vi.spyOn(wasm, "validate").mockReturnValue(false);
  const open = (): unknown => openSimd({ binary: "relaxed" });
  expect(open).toThrow('this machine has no relaxed SIMD. Remedy: use it with binary "plain"');
  const restore = spellOptions((name) => (name === "binary" ? "--simd" : name));
  expect(open).toThrow('Remedy: use it with --simd "plain"');
  restore();
  expect(openSimd({ threads: 1, binary: "auto" }).binary).toBe("plain");
  validate.mockRestore();
});
