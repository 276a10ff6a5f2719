import type { Scalar } from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exactBackends } from "../../../test/exact-backends.ts";
import { type Backend, openBackend } from "../../backend/index.ts";
import { seededRandom } from "../../base/index.ts";
import { runExercise } from "../../check/index.ts";
import { type Batch, tensorStep } from "../../model/index.ts";
import { exercises } from "../exercises.ts";
import { randomModel } from "../random-inputs.ts";
import { onTables, type TensorBatchStep } from "./on-tables.ts";

const exercise = exercises["10-batches-and-gpu/batch-step"];

describe.each(exactBackends)("onTables() on the backend %s", (name) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend(name);
  });
  afterAll(() => backend.close());

  /** The trainer's own step: a right answer that was written independently. */
  const right: TensorBatchStep = (model, centers, words, alpha) => {
    const inputs = centers.dataSync() as Int32Array;
    const batch: Batch = {
      size: inputs.length,
      inputCount: 1,
      inputs,
      weights: new Float32Array(inputs.length).fill(1),
      outputs: words.dataSync() as Int32Array,
    };
    return tensorStep(backend.tf, model, batch, alpha);
  };

  test("accepts the trainer's step as an answer, with each of 20 seeds", () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(runExercise(exercise, onTables(backend.tf, right), { seed })).toMatchObject({ passed: true });
    }
  });

  test("reports a tensor that was left behind", () => {
    const untidy: TensorBatchStep = (...values) => {
      backend.tf.scalar(1);
      return right(...values);
    };
    expect(runExercise(exercise, onTables(backend.tf, untidy)).knownMistake).toBe("leaked-tensors");
  });

  test.each([
    ["leaves tensors behind", right],
    [
      "throws",
      () => {
        throw new Error("TODO: write batchStep");
      },
    ],
  ] as [string, TensorBatchStep][])("leaves no tensor of its own after a step that %s", (_, step) => {
    const before = backend.tf.memory().numTensors;
    const untidy: TensorBatchStep = (...values) => {
      backend.tf.scalar(1);
      return step(...values);
    };
    runExercise(exercise, onTables(backend.tf, untidy));
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  test("rejects a step that returns no loss", () => {
    const silent = (() => undefined) as unknown as () => Scalar;
    expect(() => onTables(backend.tf, silent)(randomModel(2, 1, seededRandom(1)), [0], [[1, 1]], 1)).toThrow(
      "your step returned no tensor but undefined",
    );
  });
});
