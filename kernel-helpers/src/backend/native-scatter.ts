import type { KernelFunc, Tensor, TensorInfo } from "@tensorflow/tfjs";
import type { Tensorflow } from "./contract.ts";
import { inputOf, type KernelCall, requireRows } from "./kernel-types.ts";

/** The parts of tfjs-node's backend that this kernel uses; tfjs-node does not export them. */
interface TensorflowBackend {
  readonly binding: { readonly TF_ATTR_TYPE: number; readonly TF_FLOAT: number; readonly TF_INT32: number };
  readonly tensorMap: { get(dataId: object): { id: number } };
  executeSingleOutput(name: string, attributes: readonly object[], inputs: readonly TensorInfo[]): Tensor;
  readSync(dataId: object): Int32Array;
}

/**
 * W2VScatterRows for libtensorflow. On the CPU (`inPlace`) the op InplaceAdd changes the table's own memory, row by
 * row: with B = 1024 a training step makes 176 thousand pairs a second, against 124 by TensorScatterAdd, which
 * copies the table, for V = 10,000, and 145 against 78 for V = 50,000; resource variables were not faster (docs/gpu.md).
 * On a GPU, where many threads add, it is TensorScatterAdd.
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
  // Its output is the table once more, under another number.
  backend.executeSingleOutput("InplaceAdd", [typeOf(backend, "T", "TF_FLOAT")], [table, ids, change]);
}

function addToCopy(tf: Tensorflow, call: KernelCall, change: Tensor): void {
  const backend = call.backend as unknown as TensorflowBackend;
  const [table, ids] = [inputOf(call, "table"), inputOf(call, "ids")];
  const types = [typeOf(backend, "T", "TF_FLOAT"), typeOf(backend, "Tindices", "TF_INT32")];
  const column = tf.expandDims(ids as Tensor, 1);
  const sum = backend.executeSingleOutput("TensorScatterAdd", types, [table, column, change]);
  // The table takes the sum's numbers; what it had goes with `sum`, when tidy disposes that.
  const [mine, its] = [table, sum].map(({ dataId }) => backend.tensorMap.get(dataId)) as [
    { id: number },
    { id: number },
  ];
  [mine.id, its.id] = [its.id, mine.id];
}

function typeOf({ binding }: TensorflowBackend, name: string, type: "TF_FLOAT" | "TF_INT32"): object {
  return { name, type: binding.TF_ATTR_TYPE, value: binding[type] };
}
