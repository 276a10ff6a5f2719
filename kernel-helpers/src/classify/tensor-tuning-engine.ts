import type { Rank, Tensor2D, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import type { Table } from "../base/index.ts";
import { readTable, type SeenRows } from "../model/index.ts";
import { type Moments, type SummedRows, summedRows, tensorAdam } from "../optimize/index.ts";
import {
  type TensorNetwork,
  type TensorNetworkGradients,
  tensorNetworkGradients,
  tensorNetworkScores,
} from "./tensor-network-gradients.ts";
import type { TextNetwork } from "./text-network.ts";
import { tunedTables } from "./tuned-tables.ts";
import type { TuningEngine } from "./tuning-engine.ts";

const SCORED_AT_ONCE = 256; // texts; padded they need little memory

/** The twin of the float64 engine on the backend of `tf`: gradients, lazy Adam and scores on the device, float32. */
export function tensorTuningEngine(tf: Tensorflow, network: TextNetwork): TuningEngine {
  const device = tensorNetwork(tf, network);
  const moments = new Map<Variable<Rank.R2>, Moments<Variable<Rank.R2>>>();
  function move(table: Variable<Rank.R2>, gradients: SummedRows, alpha: number, t: number): void {
    let known = moments.get(table);
    if (!known) {
      known = { mean: zeroVariable(tf, table.shape), square: zeroVariable(tf, table.shape) };
      moments.set(table, known);
    }
    tensorAdam(tf, table, known, gradients, alpha, t);
  }
  return {
    async step(batch, alpha, t) {
      tf.tidy(() => {
        const gradients = tensorNetworkGradients(tf, device, batch);
        for (const [table, rows] of movedTensors(tf, device, gradients)) move(table, rows, alpha, t);
      });
    },
    async scores(texts) {
      const parts: Table<Float32Array>[] = [];
      for (let at = 0; at < texts.length; at += SCORED_AT_ONCE) {
        const scores = tf.tidy(() => tensorNetworkScores(tf, device, texts.slice(at, at + SCORED_AT_ONCE)));
        parts.push(await readTable(scores));
        scores.dispose();
      }
      return joinedTables(parts, network.weights.rows);
    },
    async read(target) {
      for (const [name, { data }] of Object.entries(tunedTables(target))) {
        const table =
          name in (device.delta ?? {}) ? device.delta?.[name as "left"] : device[name as "weights"];
        data.set((await readTable(table as Variable<Rank.R2>)).data);
      }
    },
    close() {
      tf.dispose([...moments.values()].flatMap(({ mean, square }) => [mean, square]));
      tf.dispose([device.embedding, device.weights, device.bias]);
      if (device.delta) tf.dispose([device.delta.left, device.delta.right]);
    },
  };
}

function tensorNetwork(
  tf: Tensorflow,
  { tuning, embedding, delta, weights, bias }: TextNetwork,
): TensorNetwork {
  const upload = ({ data, rows, width }: Table): Variable<Rank.R2> =>
    tf.tidy(() => tf.variable(tf.tensor2d(Float32Array.from(data), [rows, width])));
  return {
    tuning,
    embedding: upload(embedding),
    weights: upload(weights),
    bias: upload(bias),
    ...(delta && { delta: { left: upload(delta.left), right: upload(delta.right) } }),
  };
}

/** Each variable that the gradients move, with them. */
function movedTensors(
  tf: Tensorflow,
  network: TensorNetwork,
  { weights, bias, embedding, left, right }: TensorNetworkGradients,
): [Variable<Rank.R2>, SummedRows][] {
  const every = (table: Variable<Rank.R2>, rows: Tensor2D): [Variable<Rank.R2>, SummedRows] => {
    const [count] = table.shape;
    return [table, { ids: tf.range(0, count, 1, "int32"), weights: tf.ones([count]), rows }];
  };
  const seen = (table: Variable<Rank.R2>, rows: SeenRows): [Variable<Rank.R2>, SummedRows][] =>
    rows.weights.some((weight) => weight > 0) ? [[table, summedRows(tf, rows, table.shape[0])]] : []; // else no text has a word
  const { delta } = network;
  return [
    every(network.weights, weights),
    every(network.bias, bias),
    ...(embedding ? seen(network.embedding, embedding) : []),
    ...(delta && left ? seen(delta.left, left) : []),
    ...(delta && right ? [every(delta.right, right)] : []),
  ];
}

function zeroVariable(tf: Tensorflow, shape: [number, number]): Variable<Rank.R2> {
  return tf.tidy(() => tf.variable(tf.zeros<Rank.R2>(shape)));
}

function joinedTables(parts: readonly Table<Float32Array>[], width: number): Table {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const data = new Float64Array(rows * width);
  let at = 0;
  for (const part of parts) {
    data.set(part.data, at);
    at += part.data.length;
  }
  return { rows, width, data };
}
