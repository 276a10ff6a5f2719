import type * as tensorflow from "@tensorflow/tfjs";

/** TensorFlow.js as one value: what `import * as tf from "@tensorflow/tfjs"` gives. */
export type Tensorflow = typeof tensorflow;

/**
 * Where tensors are computed: the GPU of CUDA, any GPU, libtensorflow on the CPU, a GPU by WebGL, WebAssembly,
 * JavaScript.
 */
export type BackendName = "cuda" | "webgpu" | "native" | "webgl" | "wasm" | "cpu";

/** An opened backend; the same one for everybody in this process. */
export interface Backend {
  /** TensorFlow.js, set to compute here. */
  readonly tf: Tensorflow;
  /** Which backend this is. */
  readonly name: BackendName;
  /** What computes, in words: "1 thread, SIMD". */
  readonly device: string;
  /** One line: backend, device, version, time to open, and why the ones before it were not taken. */
  readonly report: string;
  /** Gives the device back. Tensors on a GPU are gone after this; the next `openBackend` opens it again. */
  close(): void;
}

/** What a run-time's opener gives. */
export interface Opened {
  readonly tf: Tensorflow;
  readonly device: string;
  /** Bytes that all tensors together may take at most, where that is known. */
  readonly memory?: number | undefined;
  /** Bytes that one tensor may take at most, where that is less. */
  readonly largestTensor?: number | undefined;
  /** True when a "GPU" is emulated on the CPU: slow, so that `auto` passes it by. */
  readonly software?: boolean;
  close(): void;
}

/** Opens one backend, or throws what `unusable` makes. */
export type Opener = () => Promise<Opened>;

/** How each backend opens in this run-time. */
export type Openers = Readonly<Record<BackendName, Opener>>;
