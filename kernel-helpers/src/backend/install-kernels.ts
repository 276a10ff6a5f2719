import type { KernelFunc } from "@tensorflow/tfjs";
import type { Tensorflow } from "./contract.ts";
import { gatherKernel } from "./gather-kernel.ts";
import { matmulKernel } from "./matmul-kernel.ts";
import { nativeGather } from "./native-gather.ts";
import { nativeScatter } from "./native-scatter.ts";
import { cpuScatter, scatterKernelName, wasmScatter } from "./scatter-kernels.ts";
import { cpuSegmentSum, wasmSegmentSum } from "./segment-sum-kernel.ts";
import { webglScatter } from "./webgl-scatter.ts";
import { webgpuScatter } from "./webgpu-scatter.ts";

/** Puts our kernels into tfjs' registry for `engine`; a second call does nothing. */
export function installKernels(tf: Tensorflow, engine: string): void {
  if (tf.getKernel(scatterKernelName, engine)) return;
  if (engine === "wasm") {
    const transpose = stockKernel(tf, "Transpose", engine);
    put(tf, "GatherV2", engine, gatherKernel(stockKernel(tf, "GatherV2", engine)));
    put(tf, "BatchMatMul", engine, matmulKernel(stockKernel(tf, "BatchMatMul", engine), transpose));
    put(tf, "UnsortedSegmentSum", engine, wasmSegmentSum);
    put(tf, scatterKernelName, engine, wasmScatter);
  }
  if (engine === "cpu") {
    put(tf, "UnsortedSegmentSum", engine, cpuSegmentSum);
    put(tf, scatterKernelName, engine, cpuScatter);
  }
  if (engine === "webgpu") put(tf, scatterKernelName, engine, webgpuScatter);
  if (engine === "webgl") put(tf, scatterKernelName, engine, webglScatter);
  if (engine === "tensorflow") {
    const { isUsingGpuDevice } = tf.backend() as unknown as { readonly isUsingGpuDevice: boolean };
    put(tf, "GatherV2", engine, nativeGather(stockKernel(tf, "GatherV2", engine)));
    put(tf, scatterKernelName, engine, nativeScatter(tf, { inPlace: !isUsingGpuDevice }));
  }
}

function stockKernel(tf: Tensorflow, name: string, engine: string): KernelFunc {
  return tf.getKernel(name, engine).kernelFunc;
}

/** Replaces or adds a kernel; the rest of what the stock kernel registers (its setup) stays. */
function put(tf: Tensorflow, kernelName: string, engine: string, kernelFunc: KernelFunc): void {
  const stock = tf.getKernel(kernelName, engine);
  if (stock) tf.unregisterKernel(kernelName, engine);
  tf.registerKernel({ ...stock, kernelName, backendName: engine, kernelFunc });
}
