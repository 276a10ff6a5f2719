import type { Opened, Tensorflow } from "./contract.ts";
import { unusable } from "./unusable.ts";

/** The parts of navigator.gpu that we use: portable files have no WebGPU types. */
export interface Gpu {
  requestAdapter(options: { powerPreference: "high-performance" }): Promise<GpuAdapter | null>;
}

interface GpuAdapter {
  readonly limits: { readonly maxBufferSize: number; readonly maxStorageBufferBindingSize: number };
  readonly info: {
    readonly vendor: string;
    readonly architecture: string;
    readonly description: string;
    readonly isFallbackAdapter?: boolean;
  };
}

interface WebGpuBackend {
  readonly device: {
    destroy(): void;
    addEventListener(type: "uncapturederror", listener: (event: { error: Error }) => void): void;
  };
}

const driver =
  "install a GPU driver with Vulkan (Linux: libvulkan1 and the vendor's ICD), Metal or D3D12, or set W2V_BACKEND=wasm";

/**
 * Opens tfjs' WebGPU backend on `gpu`. Asks for the adapter first: without one tfjs falls back without a word.
 * `load` imports tfjs and its WebGPU backend, after `gpu` is where tfjs looks for it.
 */
export async function openWebGpu(gpu: Gpu, load: () => Promise<Tensorflow>): Promise<Opened> {
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw unusable("webgpu", "no adapter was found", driver);
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const software =
    isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe|software/i.test(architecture + description);
  const tf = await load();
  tf.enableProdMode();
  if (!(await tf.setBackend("webgpu"))) throw unusable("webgpu", "tfjs could not create a device", driver);
  await tf.ready();
  const { device } = tf.backend() as unknown as WebGpuBackend;
  // Too large a tensor gives wrong numbers and no exception: the message comes only here.
  device.addEventListener("uncapturederror", ({ error }) => console.error(`WebGPU: ${error.message}`));
  return {
    tf,
    device: (description || `${vendor} ${architecture}`) + (software ? ", software" : ""),
    software,
    // tfjs asks for a device with the adapter's own limits
    largestTensor: Math.min(adapter.limits.maxBufferSize, adapter.limits.maxStorageBufferBindingSize),
    close: () => closeWebGpu(tf, device),
  };
}

/** Destroys the device and leaves the backend's factory, so that it can be opened again. */
function closeWebGpu(tf: Tensorflow, device: WebGpuBackend["device"]): void {
  const factory = tf.findBackendFactory("webgpu");
  device.destroy();
  tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", factory, 3);
}
