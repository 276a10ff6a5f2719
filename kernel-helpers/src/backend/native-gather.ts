import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import { inputOf, requireRows } from "./kernel-types.ts";
import { type TensorflowBackend, typeOf } from "./native-types.ts";

/**
 * GatherV2 for libtensorflow: rows of a float32 tensor along axis 0. The stock kernel creates a closure for every index
 * to check it, which was more than half of its time (0.35 instead of 0.15 ms for 6,144 rows of 100 numbers). Everything
 * else goes to `stock`. Throws RangeError for an index outside the table, as the kernel of wasm does.
 */
export function nativeGather(stock: KernelFunc): KernelFunc {
  return (call): TensorInfo | TensorInfo[] => {
    const { axis = 0, batchDims = 0 } = call.attrs as { axis?: number; batchDims?: number };
    const [x, indices] = [inputOf(call, "x"), inputOf(call, "indices")];
    const [rows] = x.shape;
    if (axis !== 0 || batchDims !== 0 || x.dtype !== "float32" || rows === undefined) return stock(call);
    const backend = call.backend as unknown as TensorflowBackend;
    requireRows("Cannot gather", backend.readSync(indices.dataId), rows);
    const types = [typeOf(backend, "Tparams", "TF_FLOAT"), typeOf(backend, "Tindices", "TF_INT32")];
    return backend.executeSingleOutput("Gather", types, [x, indices]);
  };
}
