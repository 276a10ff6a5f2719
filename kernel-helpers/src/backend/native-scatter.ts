import type { KernelFunc, Tensor } from "@tensorflow/tfjs";
import type { Tensorflow } from "./contract.ts";
import { inputOf, type KernelCall, requireRows } from "./kernel-types.ts";
import { type TensorflowBackend, typeOf } from "./native-types.ts";

/**
 * W2VScatterRows for libtensorflow. On the CPU (`inPlace`) the op InplaceAdd changes the table's own memory, row by
 * row. With B = 1024 and V = 10,000 a training step then handles 176 thousand pairs a second, compared with 124
 * thousand with TensorScatterAdd, which copies the table; with V = 50,000 it is 145 compared with 78 thousand. Resource
 * variables were not faster (docs/gpu.md). On a GPU, where many threads add, it is TensorScatterAdd.
 */
export function nativeScatter(tf: Tensorflow, { inPlace }: { readonly inPlace: boolean }): KernelFunc {
  const scatter = inPlace ? addInPlace : addToCopy;
  return (call) => {
    tf.tidy(() => {
      const { scale } = call.attrs as { scale: number };
      scatter(tf, call, tf.mul(inputOf(call, "rows") as Tensor, scale));
    });
    return [];
  };
}

function addInPlace(_: Tensorflow, call: KernelCall, change: Tensor): void {
  const backend = call.backend as unknown as TensorflowBackend;
  const [table, ids] = [inputOf(call, "table"), inputOf(call, "ids")];
  const [count = 0] = table.shape;
  // InplaceAdd itself takes an id outside the table modulo V.
  requireRows("Cannot update rows", backend.readSync(ids.dataId), count);
  // The output is the same table under another tensor id.
  backend.executeSingleOutput("InplaceAdd", [typeOf(backend, "T", "TF_FLOAT")], [table, ids, change]);
}

function addToCopy(tf: Tensorflow, call: KernelCall, change: Tensor): void {
  const backend = call.backend as unknown as TensorflowBackend;
  const [table, ids] = [inputOf(call, "table"), inputOf(call, "ids")];
  const types = [typeOf(backend, "T", "TF_FLOAT"), typeOf(backend, "Tindices", "TF_INT32")];
  const column = tf.expandDims(ids as Tensor, 1);
  const sum = backend.executeSingleOutput("TensorScatterAdd", types, [table, column, change]);
  // The table takes over the sum's memory; its old memory goes to `sum`, which tidy disposes.
  const [mine, its] = [table, sum].map(({ dataId }) => backend.tensorMap.get(dataId)) as [
    { id: number },
    { id: number },
  ];
  [mine.id, its.id] = [its.id, mine.id];
}
