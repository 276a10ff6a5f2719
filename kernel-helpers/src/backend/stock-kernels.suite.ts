import { createRequire } from "node:module";
import type { Tensor } from "@tensorflow/tfjs";
import fc from "fast-check";
import { expect } from "vitest";
import type { Tensorflow } from "./contract.ts";

const require = createRequire(import.meta.url);
export const tf = require("@tensorflow/tfjs") as Tensorflow;
require("@tensorflow/tfjs-backend-wasm");
tf.enableProdMode();
// Saves the stock kernels under other names before openBackend() replaces them.
for (const [kernelName, backendName] of [
  ["GatherV2", "wasm"],
  ["BatchMatMul", "wasm"],
  ["UnsortedSegmentSum", "cpu"],
] as const) {
  tf.registerKernel({ ...tf.getKernel(kernelName, backendName), kernelName: `Stock${kernelName}` });
}

/** Runs tfjs' own kernel. */
export function stock(name: string, inputs: Record<string, Tensor>, attrs: object): Tensor {
  return tf.engine().runKernel(`Stock${name}`, inputs, attrs as never) as Tensor;
}

/** Runs `work` and expects that it leaves no tensor behind, nor any data of a kernel in the backend. */
export function expectNoLeak(work: () => void): void {
  const held = (): number[] => [tf.memory().numTensors, tf.backend().numDataIds()];
  const before = held();
  tf.tidy(work);
  expect(held()).toEqual(before);
}

/** Integers, because sums of their products are exact in float32, in any order. */
export const numbers = (size: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -64, max: 64 }), { minLength: size, maxLength: size });

export const axisSize: fc.Arbitrary<number> = fc.integer({ min: 1, max: 6 });
/** Below and above 32, because rows are copied in two ways. */
export const width: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 30, max: 40 }),
);

/** A matrix `x` of shape (rows, d). */
export const matrix: fc.Arbitrary<{ rows: number; d: number; x: number[] }> = fc
  .tuple(axisSize, width)
  .chain(([rows, d]) => fc.record({ rows: fc.constant(rows), d: fc.constant(d), x: numbers(rows * d) }));
