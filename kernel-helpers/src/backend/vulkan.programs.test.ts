import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { afterEach, describe, expect, test, vi } from "vitest";
import { helpers } from "../../test/planted-copy.ts";
import { softwareVulkan, vulkanFolder } from "../../test/software-vulkan.ts";
import { requireVulkan } from "./vulkan.node.ts";

const dawn = createRequire(import.meta.url).resolve("webgpu");
const noDriver = "/no/such/driver.json";

describe.skipIf(!softwareVulkan)("requireVulkan()", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("accepts a driver that has an adapter", async () => {
    await expect(requireVulkan(dawn)).resolves.toBeUndefined();
  });

  test("says that no adapter was found where there is a loader and no driver", async () => {
    vi.stubEnv("VK_ICD_FILENAMES", noDriver);
    await expect(requireVulkan(dawn)).rejects.toThrow(
      /no adapter was found\n {2}fix: install the GPU's driver/,
    );
  });

  test("says that the driver crashes, and lives on", async () => {
    const crash = "data:text/javascript,process.kill(process.pid,'SIGSEGV')";
    vi.stubEnv("NODE_OPTIONS", `--import ${crash}`);
    await expect(requireVulkan(dawn)).rejects.toThrow("the Vulkan driver crashes with SIGSEGV");
  });
});

test.skipIf(!softwareVulkan)("openBackend() prints nothing of Dawn's where there is no driver", () => {
  const script = `
    import { openBackend } from "./src/backend/index.ts";
    await openBackend("webgpu").catch((error) => console.log(error.message.split("\\n")[0]));
    console.log((await openBackend("auto")).report);`;
  const words = ["--conditions=source", "--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: helpers,
    encoding: "utf8",
    env: { ...process.env, VK_ICD_FILENAMES: noDriver, LD_LIBRARY_PATH: vulkanFolder },
  });
  expect(stdout).toMatch(/^Cannot open the backend "webgpu": no adapter was found\nbackend: (native|wasm), /);
  expect(stderr).toBe("");
});
