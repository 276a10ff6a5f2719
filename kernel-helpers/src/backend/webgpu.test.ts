import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { openBackend } from "./open-backend.ts";
import { describeScatterRows } from "./scatter-rows.suite.ts";

// Debian's chromium brings SwiftShader, a Vulkan driver that runs on the CPU, and a Vulkan loader of its own.
const chromium = "/usr/lib/chromium";
const driver = `${chromium}/vk_swiftshader_icd.json`;

if (existsSync(driver)) {
  process.env.VK_ICD_FILENAMES ??= driver;
  keepLoaded(`${chromium}/libvulkan.so.1`);
  describeScatterRows("webgpu", 5);

  test("openBackend('webgpu') names the software adapter, computes, and opens again after close()", async () => {
    for (let round = 0; round < 2; round++) {
      const backend = await openBackend("webgpu");
      expect(backend.report).toMatch(/^backend: webgpu, .*software, TensorFlow\.js 4\.22\.0/);
      expect(backend.tf.getBackend()).toBe("webgpu");
      const sum = backend.tf.tidy(() => backend.tf.sum(backend.tf.ones([3])));
      expect((await sum.data())[0]).toBe(3);
      backend.close();
    }
  });

  test("openBackend('auto') passes a software adapter by", async () => {
    const { name, report } = await openBackend("auto");
    expect(["cuda", "native", "wasm"]).toContain(name);
    if (name !== "cuda") expect(report).toMatch(/webgpu: only a software adapter/);
  });
} else {
  test.skip(`WebGPU (needs a Vulkan driver: ${driver} of Debian's chromium)`, () => {});
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
