import { spawnSync } from "node:child_process";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { helpers } from "../../test/planted-copy.ts";
import { softwareVulkan } from "../../test/software-vulkan.ts";
import type { Backend } from "./contract.ts";
import { openBackend } from "./open-backend.ts";
import { describeScatterRows } from "./scatter-rows.suite.ts";
import type { GuardedBackend } from "./webgpu-guard.ts";

if (softwareVulkan) describeScatterRows("webgpu", 5);

describe.skipIf(!softwareVulkan)("openBackend('webgpu') on a software driver", () => {
  let backend: Backend;
  beforeEach(async () => {
    backend?.close();
    backend = await openBackend("webgpu");
  });
  afterAll(() => backend.close());
  const guarded = (): GuardedBackend => backend.tf.backend() as unknown as GuardedBackend;
  const sumOfOnes = async (): Promise<number> => {
    const sum = backend.tf.tidy(() => backend.tf.sum(backend.tf.ones([3])));
    return (await sum.data())[0] as number;
  };

  test("reports adapter and limit, computes, and opens again after close()", async () => {
    for (let round = 0; round < 2; round++) {
      expect(backend.report).toMatch(
        /^backend: webgpu, .*SwiftShader.*google swiftshader\), software, TensorFlow\.js 4\.22\.0, tensors up to \d+ MiB/,
      );
      expect(backend.tf.getBackend()).toBe("webgpu");
      expect(await sumOfOnes()).toBe(3);
      backend.close();
      backend = await openBackend("webgpu");
    }
  });

  test("refuses a tensor larger than a buffer, for which WebGPU gives wrong sums, and keeps working", async () => {
    const { tf } = backend;
    const megabytes = Number(/up to (\d+) MiB/.exec(backend.report)?.[1]);
    const numbers = 2 ** 18 * megabytes + 1;
    expect(() => tf.fill([numbers], 1)).toThrow(
      /^Cannot allocate a tensor on webgpu: it needs \d+ bytes, and the adapter's buffers hold \d+ at most\. Remedy/,
    );
    expect(await sumOfOnes()).toBe(3);
  });

  test.each(["dataSync", "arraySync"] as const)("refuses %s() and says what to use instead", async (read) => {
    const { tf } = backend;
    const product = tf.tidy(() => tf.matMul(tf.ones([8, 8]), tf.ones([8, 8])));
    expect(() => product[read]()).toThrow("Remedy: use await tensor.data() or await tensor.array()");
    expect((await product.data())[0]).toBe(8);
    expect(product.dataSync()[0]).toBe(8); // now the numbers are in memory
    product.dispose();
  });

  test("throws an error that WebGPU reports only by an event, at the next read and at every later operation", async () => {
    const { tf } = backend;
    const product = tf.tidy(() => tf.matMul(tf.ones([8, 8]), tf.ones([8, 8])));
    const device = guarded().device as unknown as { createBuffer(of: object): unknown };
    device.createBuffer({ size: 2 ** 50, usage: 128 });
    const said =
      /Cannot compute on webgpu: the GPU reported an error.*exceeds the max buffer size.*Remedy: close\(\)/s;
    await expect(product.data()).rejects.toThrow(said);
    expect(() => tf.matMul(product, product)).toThrow(said);
    backend.close();
    backend = await openBackend("webgpu");
    expect(await sumOfOnes()).toBe(3);
  });

  test("throws after the device was lost, and opens again after close()", async () => {
    const { tf } = backend;
    const product = tf.tidy(() => tf.matMul(tf.ones([8, 8]), tf.ones([8, 8])));
    const reading = product.data();
    guarded().device.destroy(); // not by close(), so it counts as lost
    await expect(reading).rejects.toThrow(/: the GPU was lost.*Remedy: close\(\)/);
    expect(() => tf.matMul(product, product)).toThrow(/: the GPU was lost/);
    backend.close();
    backend = await openBackend("webgpu");
    expect(await sumOfOnes()).toBe(3);
  });

  test("openBackend('auto') skips a software adapter", async () => {
    const { name, report } = await openBackend("auto");
    expect(["cuda", "native", "wasm"]).toContain(name);
    if (name !== "cuda") expect(report).toMatch(/webgpu: only a software adapter/);
  });

  test("openBackend() uses a software adapter if W2V_BACKEND is webgpu", async () => {
    vi.stubEnv("W2V_BACKEND", "webgpu");
    expect((await openBackend()).name).toBe("webgpu");
    vi.unstubAllEnvs();
  });

  test.each([
    ["closed", "backend.close();"],
    ["open", ""],
    [
      "closed and opened a dozen times",
      'for (let i = 0; i < 12; i++) { await openBackend("webgpu").then((one) => one.close()); }',
    ],
    ["open, with work that nobody waits for", "backend.tf.matMul(x, x).data();"],
  ])(
    "a process ends by itself, without a message and with code 0, when it leaves the device %s",
    (_, end) => {
      const script = `
      import "./test/software-vulkan.ts";
      import { openBackend } from "./src/backend/index.ts";
      const backend = await openBackend("webgpu");
      const x = backend.tf.ones([64, 64]);
      console.log((await backend.tf.matMul(x, x).data())[0]);
      ${end}`;
      const words = ["--conditions=source", "--import", "tsx", "--input-type=module", "--eval", script];
      const { status, stdout, stderr, signal } = spawnSync(process.execPath, words, {
        cwd: helpers,
        encoding: "utf8",
        timeout: 120_000,
      });
      expect({ status, stdout, stderr, signal }).toEqual({
        status: 0,
        stdout: "64\n",
        stderr: "",
        signal: null,
      });
    },
  );
});
