import type { DataType, KernelFunc, TensorInfo } from "@tensorflow/tfjs";

/** The arguments of a kernel. */
export type KernelCall = Parameters<KernelFunc>[0];

/** The parts of tfjs' wasm backend that our kernels use; tfjs does not export them. */
export interface WasmBackend {
  readonly wasm: {
    readonly tfjs: {
      disposeData(id: number): void;
      registerTensor(id: number, size: number, memoryOffset: number): void;
    };
  };
  readonly dataIdMap: { get(dataId: object): { readonly id: number; readonly memoryOffset: number } };
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
  /** A view of the heap, invalid after the next allocation, when the heap may have grown. */
  typedArrayFromHeap(tensor: TensorInfo): Float32Array | Int32Array;
  disposeData(dataId: object): boolean;
}

/** The parts of tfjs' cpu backend that our kernels use. */
export interface CpuBackend {
  readonly data: { get(dataId: object): { readonly values: Float32Array | Int32Array } };
  makeTensorInfo(shape: number[], dtype: DataType, values: Float32Array | Int32Array): TensorInfo;
}

/** The tensor called `name` among a kernel's inputs. */
export function inputOf({ inputs }: KernelCall, name: string): TensorInfo {
  return inputs[name] as TensorInfo;
}

/** Π of the sizes: how many numbers a tensor of this shape has. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Throws RangeError unless every id is in [0, rows); with `allowNegative`, negative ids are allowed too. */
export function requireRows(
  action: string,
  ids: ArrayLike<number>,
  rows: number,
  allowNegative = false,
): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    if (id < rows && (id >= 0 || allowNegative)) continue;
    throw new RangeError(`${action} as each index must be 0 to ${rows - 1}: index ${i} is ${id}`);
  }
}
