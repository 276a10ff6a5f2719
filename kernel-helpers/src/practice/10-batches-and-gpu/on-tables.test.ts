import type { Scalar } from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exactBackends } from "../../../test/exact-backends.ts";
import { type Backend, openBackend } from "../../backend/index.ts";
import { runExercise } from "../../check/index.ts";
import { type Batch, tensorStep } from "../../model/index.ts";
import { exercises } from "../exercises.ts";
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
    expect(runExercise(exercise, onTables(backend.tf, untidy)).slip).toBe("leaked-tensors");
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

  test("tells a leak also where an argument is disposed of, and a disposed argument", () => {
    const both: TensorBatchStep = (model, centers, words, alpha) => {
      const loss = right(model, centers, words, alpha);
      words.dispose();
      backend.tf.scalar(1);
      return loss;
    };
    const disposing: TensorBatchStep = (model, centers, words, alpha) => {
      const loss = right(model, centers, words, alpha);
      backend.tf.dispose([centers, words]);
      return loss;
    };
    expect(runExercise(exercise, onTables(backend.tf, both))).toMatchObject({ slip: "leaked-tensors" });
    expect(runExercise(exercise, onTables(backend.tf, disposing))).toMatchObject({
      slip: "disposed-arguments",
      problem: expect.stringContaining("got centers and words disposed of"),
    });
  });

  test.each<[string, string, (loss: Scalar) => unknown]>([
    ["nothing-returned", "got nothing", () => undefined],
    ["promise", "got a promise", async () => 1],
    ["shape", "got a list of 1 number", () => [1]],
    ["shape", "got a tensor of shape [1]", (loss) => loss.reshape([1])],
  ])("calls a step %s that gives %s", (slip, got, give) => {
    const step = ((...values) => give(right(...values))) as TensorBatchStep;
    expect(runExercise(exercise, onTables(backend.tf, step))).toMatchObject({
      slip,
      problem: expect.stringContaining(got),
    });
  });

  test("says so if the step gives a table another shape", () => {
    const step: TensorBatchStep = (model) => {
      Object.assign(model, { input: backend.tf.zeros([50, 50]) });
      return backend.tf.scalar(0);
    };
    expect(runExercise(exercise, onTables(backend.tf, step)).problem).toMatch(/must keep the shape/);
  });
});
