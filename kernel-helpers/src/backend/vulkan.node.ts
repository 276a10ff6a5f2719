import { unusable } from "./unusable.ts";

/**
 * Throws the error of `unusable` when Linux has no Vulkan loader. Dawn would notice that too, but print a warning into
 * every notebook.
 */
export function requireVulkan(): void {
  if (process.platform !== "linux") return;
  try {
    process.dlopen({ exports: {} }, "libvulkan.so.1");
  } catch (error) {
    // A library that loads but is not an addon fails as well, with another message.
    if (!/cannot open shared object/.test((error as Error).message)) return;
    throw unusable(
      "webgpu",
      "the Vulkan loader libvulkan.so.1 is missing",
      "install it and the GPU's Vulkan driver (Debian, Ubuntu: apt-get install libvulkan1, for AMD and Intel " +
        "mesa-vulkan-drivers too; NVIDIA's own driver brings it). Without a GPU this is not needed: wasm works",
    );
  }
}
