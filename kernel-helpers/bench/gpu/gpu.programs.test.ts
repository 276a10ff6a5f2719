import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { nativeIsBuilt } from "../../test/exact-backends.ts";
import { softwareVulkan, vulkanFolder } from "../../test/software-vulkan.ts";
import { contractResult } from "./contract.ts";
import { neededPackages } from "./needed-packages.ts";
import { HELP, readOptions } from "./options.ts";
import { runPart } from "./part-process.ts";
import { resultsPage } from "./report.ts";
import { deviceOf, type GpuResults } from "./results.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-bench-gpu-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everyPart = ["open", "contract", "agreement", "steps", "corpus", "memory", "profile"] as const;

function bench(...words: readonly string[]): GpuResults {
  const into = mkdtempSync(join(folder, "run-"));
  const args = ["--import", "tsx", main, "--quick", "--into", into, ...words];
  const env = { ...process.env, ...(softwareVulkan && { LD_LIBRARY_PATH: vulkanFolder }) };
  const options = { cwd: projectRoot, encoding: "utf8", env } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
  expect(status, stdout + stderr).toBe(0);
  const results = JSON.parse(readFileSync(join(into, "results.json"), "utf8")) as GpuResults;
  expect(readFileSync(join(into, "results.md"), "utf8")).toBe(resultsPage(results));
  return results;
}

test("bench:gpu runs every part on the backends of a CPU, and says why cuda cannot be opened", () => {
  const results = bench("--backends", `cuda,${nativeIsBuilt ? "native," : ""}wasm`);
  const { cuda, ...others } = results.backends;
  expect(cuda).toEqual({
    open: expect.objectContaining({ ok: false, why: expect.stringContaining("cuda") }),
  });
  for (const [name, found] of Object.entries(others)) {
    for (const part of everyPart) expect(found[part], `${name} ${part}`).toMatchObject({ ok: true });
    expect(found.contract?.value).toMatchObject({ passed: expect.any(Number), failed: [] });
    expect(found.agreement?.value).toHaveLength(4);
    for (const { loss, lossDifference, vectorDifference } of found.agreement?.value ?? []) {
      expect(loss).toBeGreaterThan(0);
      expect(Math.max(lossDifference, vectorDifference)).toBeLessThan(1e-4);
    }
    expect(found.steps?.value).toHaveLength(8);
    for (const { lastLoss, firstLoss, examplesPerSecond } of found.steps?.value ?? []) {
      expect(lastLoss).toBeLessThan(firstLoss);
      expect(examplesPerSecond).toBeGreaterThan(0);
    }
    expect(found.memory?.value?.process).toHaveLength(10);
    const kernels = found.profile?.value?.kernels ?? [];
    expect(kernels.map((kernel) => kernel.name)).toContain("GatherV2");
    expect(kernels[0]?.milliseconds).toBeGreaterThan(0);
  }
  const page = resultsPage(results);
  for (const title of [
    "Backends",
    "Steps",
    "The State of the Union",
    "Memory",
    "Where the time of a step goes",
  ])
    expect(page).toContain(`\n## ${title}\n`);
});

test.skipIf(!softwareVulkan)("bench:gpu measures a slice on an emulated GPU, and says that it is one", () => {
  const results = bench("--backends", "webgpu");
  expect(results.backends.webgpu?.open?.value).toMatchObject({ software: true });
  for (const part of everyPart) expect(results.backends.webgpu?.[part], part).toMatchObject({ ok: true });
  expect(results.backends.webgpu?.contract?.value).toMatchObject({ failed: [] });
  expect(resultsPage(results)).toContain("emulated on the CPU");
  expect(deviceOf(results)).toBe(results.machine.split(",")[0]);
});

test("a part that is given up keeps what it found, and says so", async () => {
  const found: object[] = [];
  const outcome = await runPart({
    ...{ part: "steps", backend: "cpu", amount: { quick: false }, patience: 4000 },
    onFinding: (finding) => found.push(finding),
  });
  expect(outcome).toMatchObject({
    ok: false,
    why: expect.stringContaining("did not end within 4 s"),
    value: found,
  });
});

test("a part that fails says why, in the words of its error", async () => {
  const named = "nothing" as "wasm";
  const outcome = await runPart({ part: "open", backend: named, amount: { quick: true }, patience: 60_000 });
  expect(outcome).toMatchObject({
    ok: false,
    value: [],
    why: expect.stringMatching(/ended with 1: .*nothing/),
  });
});

test("contractResult() counts tests, and a file that cannot be loaded is a failure", () => {
  const one = (status: "passed" | "failed" | "skipped", fullName: string) => ({
    ...{ status, fullName, failureMessages: status === "failed" ? ["no\nat x"] : [] },
  });
  const testResults = [
    { name: "a.test.ts", assertionResults: [one("passed", "a"), one("failed", "b"), one("skipped", "c")] },
    { name: "b.test.ts", message: "cannot load\nmore", assertionResults: [] },
  ];
  expect(contractResult({ testResults })).toEqual({
    passed: 1,
    failed: [
      { name: "b", message: "no" },
      { name: "b.test.ts", message: "cannot load" },
    ],
    skipped: 1,
  });
});

test("HELP names every option that readOptions() takes, and wrong values are refused with the choices", () => {
  const named = [...HELP.matchAll(/^ {2}--(\S+)/gm)].map(([, name]) => name as string);
  const value: Record<string, string> = { backends: "wasm", parts: "steps", patience: "9" };
  for (const name of named)
    readOptions(
      ["quick", "write", "tensorflow"].includes(name) ? [`--${name}`] : [`--${name}`, value[name] ?? "x"],
    );
  expect(named).toHaveLength(8);
  expect(() => readOptions(["--backends", "gpu"])).toThrow("among cuda, webgpu, native");
  expect(() => readOptions(["--parts", "all"])).toThrow(
    'agreement, steps, corpus, memory, profile: current value is "all"',
  );
  expect(() => readOptions(["--patience", "0"])).toThrow("--patience must be > 0");
  expect(() => readOptions(["--quick", "--write"])).toThrow("Cannot keep the results of --quick");
});

test("neededPackages() has what the bench imports, and nothing of the site or of Jupyter", () => {
  const modules = join(projectRoot, "node_modules");
  const found = neededPackages(modules);
  expect(found).toEqual(expect.arrayContaining(["@tensorflow/tfjs-core", "webgpu", "vitest", "vite", "tsx"]));
  for (const path of found) expect(existsSync(join(modules, path)), path).toBe(true);
  expect(found).not.toEqual(expect.arrayContaining([expect.stringMatching(/plotly|playwright|typedoc/)]));
});
