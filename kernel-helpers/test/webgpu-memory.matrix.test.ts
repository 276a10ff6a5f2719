import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { Leak, memoryOver } from "./measure-memory.ts";
import { helpers } from "./planted-copy.ts";
import { softwareVulkan } from "./software-vulkan.ts";

const steps = 200;

/** How many megabytes a separate process grows over the second half of `steps` steps on webgpu. */
function growth(leak: Leak): number {
  const script = `
    import { memoryOver } from "./test/measure-memory.ts";
    console.log(JSON.stringify(await memoryOver(${steps}, 2, ${JSON.stringify(leak)})));`;
  const words = [
    "--expose-gc",
    "--conditions=source",
    "--import",
    "tsx",
    "--input-type=module",
    "--eval",
    script,
  ];
  // Large pieces of memory are returned to the system immediately, so that what remains is in use.
  const env = { ...process.env, MALLOC_MMAP_THRESHOLD_: "131072" };
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: helpers,
    encoding: "utf8",
    env,
  });
  expect(status, stderr).toBe(0);
  const [half, whole] = JSON.parse(stdout) as Awaited<ReturnType<typeof memoryOver>>;
  return Number(whole) - Number(half);
}

// Each step makes tensors of more than 1 MB, each of a different size. Measured: at most 40 MB; 220 and 340 with the leaks.
describe.skipIf(!softwareVulkan)("a process that trains on webgpu", () => {
  test("does not grow, whatever sizes the batches have", () => {
    expect(growth("none")).toBeLessThan(100);
  });

  test.each<Leak>(["stock buffers", "lost buffers"])("grows measurably with the leak: %s", (leak) => {
    expect(growth(leak)).toBeGreaterThan(150);
  });
});
