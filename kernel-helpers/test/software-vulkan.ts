import { existsSync } from "node:fs";

// Debian's chromium brings SwiftShader, a Vulkan driver that runs on the CPU, and a Vulkan loader of its own.
const chromium = "/usr/lib/chromium";
const driver = `${chromium}/vk_swiftshader_icd.json`;

/**
 * True after this process was given a Vulkan driver that runs on the CPU, so that `openBackend("webgpu")` works. False
 * where there is none: tests that need it are skipped then, with one line that says why.
 */
export const softwareVulkan: boolean = existsSync(driver);

if (softwareVulkan) {
  process.env.VK_ICD_FILENAMES ??= driver;
  keepLoaded(`${chromium}/libvulkan.so.1`);
} else {
  console.warn(
    `tests that need WebGPU are skipped: there is no ${driver} (apt install chromium brings a driver for the CPU)`,
  );
}

/** Loads a library for the rest of the process: "libvulkan.so.1" then names it, wherever it lies. */
function keepLoaded(library: string): void {
  const [now, noDelete] = [2, 0x1000]; // RTLD_NOW, RTLD_NODELETE of dlfcn.h
  try {
    process.dlopen({ exports: {} }, library, now | noDelete);
  } catch {
    // It is no addon: Node says so after it was loaded.
  }
}
