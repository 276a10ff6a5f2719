import { existsSync } from "node:fs";
import { testedBackend } from "./tested-backend.ts";

// Debian's chromium includes SwiftShader, a Vulkan driver that runs on the CPU, and its own Vulkan loader.
/** Its folder, for LD_LIBRARY_PATH of another process. */
export const vulkanFolder = "/usr/lib/chromium";
const driver = `${vulkanFolder}/vk_swiftshader_icd.json`;

/**
 * True if this process has loaded a Vulkan driver that runs on the CPU, so that `openBackend("webgpu")` works. Where there
 * is no such driver, tests that need it are skipped, with a line that says why. It is not loaded either if W2V_TEST_BACKEND
 * names a backend, because it would hide a real GPU.
 */
export const softwareVulkan: boolean = testedBackend === undefined && existsSync(driver);

if (softwareVulkan) {
  process.env.VK_ICD_FILENAMES ??= driver;
  process.env.LD_LIBRARY_PATH ??= vulkanFolder; // for the processes that this one starts
  keepLoaded(`${vulkanFolder}/libvulkan.so.1`);
} else if (testedBackend === undefined) {
  console.warn(
    `tests that need WebGPU are skipped: there is no ${driver} (apt install chromium brings a driver for the CPU)`,
  );
}

/** Loads a library for the rest of the process, so that "libvulkan.so.1" finds it in any folder. */
function keepLoaded(library: string): void {
  const [now, noDelete] = [2, 0x1000]; // RTLD_NOW, RTLD_NODELETE of dlfcn.h
  try {
    process.dlopen({ exports: {} }, library, now | noDelete);
  } catch {
    // It is not an addon: Node throws, but only after it has loaded the library.
  }
}
