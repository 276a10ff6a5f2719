import type { Opened, Tensorflow } from "./contract.ts";
import { unusable } from "./unusable.ts";
import { type BufferStore, boundFreeBuffers } from "./webgpu-buffers.ts";
import { type GuardedBackend, guardWebGpu } from "./webgpu-guard.ts";

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
    readonly device: string;
    readonly isFallbackAdapter?: boolean;
  };
}

/** The remedy when Node finds no adapter. */
export const nodeDriver: string =
  "install the GPU's driver with Vulkan (Debian, Ubuntu: mesa-vulkan-drivers for AMD and Intel, NVIDIA's own brings it), " +
  "Metal or D3D12; docs/gpu.md has more. Without a GPU this is not needed: wasm works";

/**
 * Opens tfjs' WebGPU backend on `gpu`. Asks for the adapter first, because without one tfjs silently falls back. `load`
 * imports tfjs and its WebGPU backend, once `gpu` is where tfjs looks for it. `driver` is the remedy.
 */
export async function openWebGpu(
  gpu: Gpu,
  load: () => Promise<Tensorflow>,
  driver: string = nodeDriver,
): Promise<Opened> {
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw unusable("webgpu", "no adapter was found", driver);
  const software = isSoftware(adapter.info);
  const tf = await load();
  tf.enableProdMode();
  if (!(await tf.setBackend("webgpu"))) throw unusable("webgpu", "tfjs could not create a device", driver);
  await tf.ready();
  // tfjs asks for a device with the adapter's own limits
  const largestTensor = Math.min(adapter.limits.maxBufferSize, adapter.limits.maxStorageBufferBindingSize);
  const backend = tf.backend() as unknown as GuardedBackend & { readonly bufferManager: BufferStore };
  boundFreeBuffers(backend.bufferManager);
  const destroy = guardWebGpu(backend, largestTensor);
  return {
    tf,
    device: describe(adapter.info) + (software ? ", software" : ""),
    software,
    largestTensor,
    close: () => closeWebGpu(tf, destroy),
  };
}

/** True for drivers that emulate a GPU on the CPU, whether they admit it or not. */
function isSoftware({ architecture, description, device, isFallbackAdapter }: GpuAdapter["info"]): boolean {
  const names = [architecture, description, device].join(" ");
  return isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe|software/i.test(names);
}

/** How the adapter describes itself: "NVIDIA H100 (550.54, nvidia ampere)". A browser may leave parts empty. */
function describe({ vendor, architecture, description, device }: GpuAdapter["info"]): string {
  const [name = "a GPU", ...rest] = [device, description, `${vendor} ${architecture}`.trim()].filter(Boolean);
  return rest.length > 0 ? `${name} (${rest.join(", ")})` : name;
}

/** Destroys the device and removes the backend, keeping its factory, so that it can be opened again. */
function closeWebGpu(tf: Tensorflow, destroy: () => void): void {
  const factory = tf.findBackendFactory("webgpu");
  destroy();
  tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", factory, 3);
}
