import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backendNames, openBackend } from "../backend/index.ts";
import { backendLines } from "./backend-table.ts";
import { type ExaminedBackend, examineBackends } from "./examine-backends.ts";
import { stepSpeed } from "./step-speed.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-examine-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const backends: readonly ExaminedBackend[] = [
  { name: "cuda", usable: false, device: "", why: "it is not built", fix: "w2v gpu setup" },
  { name: "webgpu", usable: true, device: "a GPU", largestTensor: 2 ** 30, why: "", fix: "" },
  {
    name: "wasm",
    usable: true,
    device: "1 thread",
    memory: 2 ** 32,
    pairsPerSecond: 181_234,
    why: "",
    fix: "",
  },
];

test("backendLines() has a row for each backend, and reasons and remedies below", () => {
  expect(backendLines(backends)).toEqual([
    "Backends, best first",
    "  backend  usable  memory            pairs/s  device",
    "  cuda     no",
    "  webgpu   yes     1.0 GiB a tensor           a GPU",
    "  wasm     yes     4.0 GiB           180,000  1 thread",
    expect.stringMatching(/^ {2}pairs\/s: /),
    "  chosen: webgpu, the first usable one, unless W2V_BACKEND or --backend names another",
    "",
    "  cuda  it is not built",
    "        fix: w2v gpu setup",
  ]);
  expect(backendLines(backends.slice(1, 2))).not.toContainEqual(expect.stringContaining("pairs/s:"));
});

test("backendLines() says which backend is chosen: no software adapter, and never cpu", () => {
  const [, webgpu, wasm] = backends as [ExaminedBackend, ExaminedBackend, ExaminedBackend];
  const software = { ...webgpu, software: true };
  expect(backendLines([software, wasm]).join("\n")).toContain("chosen: wasm");
  expect(backendLines([software, { ...wasm, name: "cpu" }]).join("\n")).not.toContain("chosen:");
});

test("examineBackends() continues after a backend that ends its process, throws or hangs", async () => {
  const script = join(folder, "examine.mjs");
  writeFileSync(
    script,
    `const [name, seconds] = process.argv.slice(2);
    if (name === "cuda") process.abort();
    if (name === "webgpu") throw new Error("no device");
    if (name === "native") setInterval(() => {}, 1000);
    else console.log(JSON.stringify({ name, usable: true, device: seconds, why: "", fix: "" }));`,
  );
  const examined = await examineBackends({ seconds: 0.5, patience: 5000, script });
  expect(examined.map(({ name }) => name)).toEqual(backendNames);
  expect(examined.map(({ usable, device, why }) => (usable ? device : why))).toEqual([
    "the process that tried it ended with SIGABRT",
    "the process that tried it ended with 1: no device",
    "the process that tried it did not end within 5 s",
    "0.5",
    "0.5",
  ]);
  for (const { usable, fix } of examined) expect(fix === "").toBe(usable);
});

test("stepSpeed() makes steps and leaves no tensor", async () => {
  const { tf } = await openBackend("wasm");
  let tidied = 0;
  const counting = new Proxy(tf, {
    get(target, name) {
      if (name === "tidy") tidied++; // by each step
      return Reflect.get(target, name);
    },
  });
  const before = tf.memory().numTensors;
  const speed = await stepSpeed(counting, 0);
  expect(tidied).toBeGreaterThan(1);
  expect(speed).toBeGreaterThan(1000);
  expect(speed).toBeLessThan(1e9);
  expect(tf.memory().numTensors).toBe(before);
});
