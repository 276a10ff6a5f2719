import type { Tensor, TensorInfo } from "@tensorflow/tfjs";

/** The parts of tfjs-node's backend that our kernels use; tfjs-node does not export them. */
export interface TensorflowBackend {
  readonly binding: { readonly TF_ATTR_TYPE: number; readonly TF_FLOAT: number; readonly TF_INT32: number };
  readonly tensorMap: { get(dataId: object): { id: number } };
  executeSingleOutput(name: string, attributes: readonly object[], inputs: readonly TensorInfo[]): Tensor;
  readSync(dataId: object): Int32Array;
}

/** The attribute `name` of an op: a type of numbers. */
export function typeOf({ binding }: TensorflowBackend, name: string, type: "TF_FLOAT" | "TF_INT32"): object {
  return { name, type: binding.TF_ATTR_TYPE, value: binding[type] };
}
