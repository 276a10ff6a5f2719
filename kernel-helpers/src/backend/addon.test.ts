import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { notBuilt, openAddon } from "./addon.node.ts";
import { findAddon } from "./addon-file.node.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-addon-"));
  mkdirSync(join(folder, "addon"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const own = (): string => join(folder, "addon/tfjs_binding.node");

test("findAddon() finds the addon of w2v gpu setup only after its last step", () => {
  writeFileSync(own(), "");
  expect(findAddon(folder)?.path).not.toBe(own());
  const gpu = { device: "NVIDIA A10, compute capability 8.6", memory: 2 ** 34 };
  writeFileSync(join(folder, "installed.json"), JSON.stringify({ build: "cuda", ...gpu }));
  expect(findAddon(folder)).toEqual({ path: own(), build: "cuda", gpu });
  writeFileSync(join(folder, "installed.json"), JSON.stringify({ build: "cpu", device: "the CPU" }));
  expect(findAddon(folder)).toEqual({ path: own(), build: "cpu", gpu: undefined });
  rmSync(own());
  expect(findAddon(folder)?.path).not.toBe(own());
});

test.each(["cuda", "native"] as const)("openAddon('%s') says that the addon is not built", async (name) => {
  await expect(openAddon(name, () => undefined)).rejects.toThrow(
    `Cannot open the backend "${name}": the addon of @tensorflow/tfjs-node-gpu is not built\n  fix: w2v gpu setup`,
  );
});

test("notBuilt() does not recommend w2v gpu setup on systems that it does not support", () => {
  expect(notBuilt("cuda", "linux x64").message).toContain("w2v gpu setup");
  const mac = notBuilt("cuda", "darwin arm64").message;
  expect(mac).toContain(
    "it needs Linux on x86-64, and this is darwin arm64\n  fix: not needed: webgpu uses a GPU",
  );
  expect(mac).not.toMatch(/w2v gpu setup|WSL/);
  expect(notBuilt("native", "win32 x64").message).toContain("WSL 2");
});

test("openAddon('cuda') does not load TensorFlow's build for the CPU", async () => {
  await expect(openAddon("cuda", () => ({ path: own(), build: "cpu" }))).rejects.toThrow(
    /: TensorFlow's build for the CPU is installed\n {2}fix: .*w2v gpu setup/,
  );
});

test("openAddon() says why a broken addon does not load", async () => {
  writeFileSync(own(), "no library");
  await expect(openAddon("native", () => ({ path: own(), build: "cpu" }))).rejects.toThrow(
    /: its addon does not load: .*tfjs_binding\.node.*\n {2}fix: w2v gpu setup/,
  );
});
