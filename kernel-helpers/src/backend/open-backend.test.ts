import { afterEach, expect, test, vi } from "vitest";
import { backendChoice, backendNames, chooseBackend } from "./choose-backend.ts";
import type { Opened, Opener, Openers } from "./contract.ts";
import { explainBackends } from "./explain-backends.ts";
import { openBackend } from "./open-backend.ts";
import { unusable } from "./unusable.ts";

const opens =
  (device: string, software = false): Opener =>
  async () =>
    ({ device, software, close: () => {} }) as Opened;
const fails =
  (name: string): Opener =>
  async () => {
    throw unusable(name, `${name} is missing`, `get ${name}`);
  };
const none: Openers = {
  cuda: fails("cuda"),
  webgpu: fails("webgpu"),
  native: fails("native"),
  webgl: fails("webgl"),
  wasm: fails("wasm"),
  cpu: opens("JavaScript"),
};

afterEach(() => {
  vi.unstubAllEnvs();
});

test("chooseBackend() takes the first of cuda, webgpu, native and wasm that opens", async () => {
  const all = {
    ...none,
    wasm: opens("wasm"),
    native: opens("native"),
    webgpu: opens("a GPU"),
    cuda: opens("CUDA"),
  };
  expect((await chooseBackend("auto", all)).name).toBe("cuda");
  expect((await chooseBackend("auto", { ...all, cuda: none.cuda })).name).toBe("webgpu");
  const software = { ...all, cuda: none.cuda, webgpu: opens("SwiftShader", true) };
  expect(await chooseBackend("auto", software)).toMatchObject({
    name: "native",
    skipped: ["cuda: cuda is missing", "webgpu: only a software adapter, SwiftShader"],
  });
  expect((await chooseBackend("webgpu", software)).name).toBe("webgpu");
});

test("chooseBackend() takes cpu only if asked, and lists every reason", async () => {
  await expect(chooseBackend("auto", none)).rejects.toThrow(
    /cuda: cuda is missing; webgpu: webgpu is missing; native: native is missing; wasm: wasm is missing/,
  );
  expect((await chooseBackend("cpu", none)).name).toBe("cpu");
});

test("chooseBackend() never falls back from a backend asked for by name", async () => {
  for (const name of ["cuda", "webgpu", "native", "wasm"] as const) {
    const others = { ...none, cuda: opens(""), webgpu: opens(""), native: opens(""), wasm: opens("") };
    await expect(chooseBackend(name, { ...others, [name]: none[name] })).rejects.toThrow(
      `Cannot open the backend "${name}": ${name} is missing\n  fix: get ${name}`,
    );
  }
});

test("chooseBackend() takes the first of webgpu, webgl and wasm in the order of a browser", async () => {
  const order = ["webgpu", "webgl", "wasm", "cpu"] as const;
  const software = { ...none, webgl: opens("SwiftShader", true), wasm: opens("1 thread") };
  expect(await chooseBackend("auto", software, order)).toMatchObject({
    name: "wasm",
    skipped: ["webgpu: webgpu is missing", "webgl: only a software adapter, SwiftShader"],
  });
  expect((await chooseBackend("auto", { ...software, webgl: opens("a GPU") }, order)).name).toBe("webgl");
});

test("openBackend() says that Node has no WebGL, and does not list webgl among Node's backends", async () => {
  await expect(openBackend("webgl")).rejects.toThrow(
    ": Node has no WebGL\n  fix: use webgpu, native or wasm",
  );
  expect(backendNames).not.toContain("webgl");
});

test("backendChoice() lists the available backends", () => {
  expect(() => backendChoice("gpu")).toThrow(
    /one of auto, cuda, webgpu, native, wasm, cpu: current value is "gpu"/,
  );
});

test("openBackend() opens a backend once, and uses it again after another was opened", async () => {
  const [first, second] = await Promise.all([openBackend("wasm"), openBackend("wasm")]);
  expect(second).toBe(first);
  expect(first.report).toMatch(/^backend: wasm, 1 thread, SIMD, TensorFlow\.js 4\.22\.0, ready in \d+ ms$/);
  const cpu = await openBackend("cpu");
  expect(cpu.tf.getBackend()).toBe("cpu");
  expect(await openBackend("wasm")).toBe(first);
  expect(first.tf.getBackend()).toBe("wasm");
});

test("openBackend() follows W2V_BACKEND, unless a backend is asked for by name", async () => {
  vi.stubEnv("W2V_BACKEND", "cpu");
  expect((await openBackend()).name).toBe("cpu");
  expect((await openBackend("wasm")).name).toBe("wasm");
  vi.stubEnv("W2V_BACKEND", "gpu");
  await expect(openBackend()).rejects.toThrow(/current value is "gpu"/);
});

test("openBackend() prints nothing", async () => {
  const spies = (["log", "warn", "error", "info"] as const).map((name) => vi.spyOn(console, name));
  const { tf } = await openBackend("cpu");
  tf.tidy(() => tf.ones([2, 2]).sum().dataSync());
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

test("explainBackends() gives each backend a device, or a reason and a remedy", async () => {
  const explained = await explainBackends();
  expect(explained.map(({ name }) => name)).toEqual(backendNames);
  for (const { usable, device, why, fix } of explained) {
    if (usable) expect(device).not.toBe("");
    else expect([why, fix]).not.toContain("");
  }
  expect(explained.find(({ name }) => name === "wasm")).toMatchObject({ usable: true, why: "", fix: "" });
});
