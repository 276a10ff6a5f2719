import type { Rank, Scalar, Tensor2D, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import type { Table } from "../base/index.ts";
import type { Model } from "./model.ts";

/** A model on the device, float32. Call `dispose` on both tables when done. */
export interface TensorModel {
  /** Input vectors, shape [V, d]. */
  readonly input: Variable<Rank.R2>;
  /** Output vectors, shape [V, d]. */
  readonly output: Variable<Rank.R2>;
}

/** Uploads a copy of the model; the numbers are rounded to float32. */
export function tensorModel(tf: Tensorflow, model: Model): TensorModel {
  const upload = ({ data, rows, width }: Table): Variable<Rank.R2> => {
    const values = tf.tensor2d(Float32Array.from(data), [rows, width]);
    const table = tf.variable(values);
    values.dispose();
    return table;
  };
  return { input: upload(model.input), output: upload(model.output) };
}

/** Downloads a table; the tensor is kept. */
export async function readTable(table: Tensor2D | Variable<Rank.R2>): Promise<Table<Float32Array>> {
  const [rows, width] = table.shape;
  return { rows, width, data: Float32Array.from((await table.data()) as Float32Array) };
}

/** Downloads a number and disposes its tensor. */
export async function readScalar(scalar: Scalar): Promise<number> {
  const [value] = await scalar.data();
  scalar.dispose();
  return value as number;
}
