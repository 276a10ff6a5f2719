import type * as tensorflow from "@tensorflow/tfjs";

/** TensorFlow.js as one value: what `import * as tf from "@tensorflow/tfjs"` gives. */
export type Tensorflow = typeof tensorflow;

/**
 * Where tensors are computed: cuda is a GPU through CUDA, webgpu any GPU, native libtensorflow on the CPU, webgl a GPU
 * through WebGL, wasm WebAssembly, cpu JavaScript.
 */
export type BackendName = "cuda" | "webgpu" | "native" | "webgl" | "wasm" | "cpu";

/** An opened backend, shared by everything in this process. */
export interface Backend {
  /** TensorFlow.js, set to compute here. */
  readonly tf: Tensorflow;
  /** Which backend this is. */
  readonly name: BackendName;
  /** What computes, in words: "1 thread, SIMD". */
  readonly device: string;
  /** Backend, device, version and time to open, and a line for each earlier one that was not chosen, with the reason. */
  readonly report: string;
  /** Releases the device. Tensors on a GPU are lost; the next `openBackend` opens it again. */
  close(): void;
}

/** What the opener of a run-time returns. */
export interface Opened {
  readonly tf: Tensorflow;
  readonly device: string;
  /** Upper limit in bytes for all tensors together, where it is known. */
  readonly memory?: number | undefined;
  /** Upper limit in bytes for one tensor, where that is lower. */
  readonly largestTensor?: number | undefined;
  /** True when a "GPU" is emulated on the CPU: it is slow, so `auto` skips it. */
  readonly software?: boolean;
  close(): void;
}

/** Opens one backend, or throws the error of `unusable`. */
export type Opener = () => Promise<Opened>;

/** How each backend opens in this run-time. */
export type Openers = Readonly<Record<BackendName, Opener>>;
