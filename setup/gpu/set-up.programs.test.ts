import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { nativeIsBuilt } from "../../kernel-helpers/test/exact-backends.ts";
import { runCommand } from "../command.mjs";
import { projectRoot } from "../paths.mjs";
import { layout } from "./layout.mjs";
import { planGpu } from "./plan.mjs";
import { readInstalled, writeInstalled } from "./record.mjs";
import { removeGpu } from "./remove.mjs";
import { scratchRoot } from "./scratch-root.ts";
import { gpuMissed, setUpForTests, useStock } from "./set-up.mjs";
import { tensorflowEnvironment } from "./tensorflow-environment.mjs";

const scratch = scratchRoot();

/** A stream that stores what is written to it. */
function listener(): { readonly stream: Writable; said(): string } {
  let said = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      said += chunk;
      done();
    },
  });
  return { stream, said: () => said };
}

describe("useStock()", () => {
  const stock = "node_modules/@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node";
  const driver = (found: boolean) => ({ found, gpus: [], note: "" });

  test("does nothing if there is no stock addon, and skips a broken one", async () => {
    const out = listener();
    expect(await useStock(scratch.root, driver(false), out.stream)).toBe(false);
    expect(out.said()).toBe("");
    scratch.put(stock, "no library");
    expect(await useStock(scratch.root, driver(false), out.stream)).toBe(false);
    expect(out.said()).toMatch(/^stock addon {10}… not used: Cannot load the addon: /);
  });

  test.skipIf(!nativeIsBuilt)(
    "uses one that loads, unless it does not find a GPU although there is a driver",
    async () => {
      scratch.put(stock);
      const { addon, wheel } = layout(projectRoot);
      cpSync(addon, join(scratch.root, stock));
      symlinkSync(wheel, join(scratch.root, stock, "../../wheel"));
      const out = listener();
      expect(await useStock(scratch.root, driver(false), out.stream)).toBe(true);
      expect(out.said()).toMatch(/ TensorFlow \d+\.\d+\.\d+ without a GPU: used\n$/);
      expect(await useStock(scratch.root, driver(true), out.stream)).toBe(false);
      scratch.put("build/tensorflow/addon/tfjs_binding.node");
      expect(await useStock(scratch.root, driver(false), out.stream)).toBe(false);
    },
  );
});

test("setUpForTests() reports a failure before it downloads, does not throw, and keeps what is installed", () => {
  symlinkSync("/nowhere", join(scratch.root, "node_modules"));
  expect(setUpForTests(scratch.root)).toMatch(/^not built, its tests are skipped\. Cannot \S.* Remedy: /);
  expect(existsSync(layout(scratch.root).wheel)).toBe(false);
  scratch.put("build/tensorflow/installed.json", '{ "build": "cpu" }');
  expect(setUpForTests(scratch.root)).toMatch(/^kept as it is\. Cannot \S.* Remedy: /);
  expect(readInstalled(scratch.root)?.build).toBe("cpu");
});

test.skipIf(!nativeIsBuilt)("setUpForTests() does nothing if everything is installed", () => {
  expect(setUpForTests(projectRoot)).toBe("unchanged");
});

test("gpuMissed() gives TensorFlow's reason and the remedy", () => {
  const said =
    "2026-11-25 00:00:00.1: E external/x.cc:1] failed call to cuInit: CUDA_ERROR_NO_DEVICE\nmore\n";
  expect(gpuMissed(said)).toMatch(
    /sees no CUDA device: E external.* CUDA_ERROR_NO_DEVICE\n {2}fix: .*w2v gpu setup --cpu/,
  );
  expect(gpuMissed("")).toContain("it gave no reason");
});

describe("what is recorded", () => {
  const record = { build: "cuda", tensorflow: "2.21.0", cudnn: "9.3", device: "a GPU" } as const;

  test("tensorflowEnvironment() sets LD_LIBRARY_PATH only if the record says that it is needed", () => {
    const { folder } = layout(scratch.root);
    expect(tensorflowEnvironment(folder)).toEqual({});
    mkdirSync(folder, { recursive: true });
    writeInstalled(scratch.root, { ...record, libraries: [] });
    expect(Object.keys(tensorflowEnvironment(folder))).toEqual([
      "TF_CPP_MIN_LOG_LEVEL",
      "TF_ENABLE_ONEDNN_OPTS",
      "TF_FORCE_GPU_ALLOW_GROWTH",
    ]);
    writeInstalled(scratch.root, {
      ...record,
      libraries: ["wheel/nvidia/cudnn/lib", "wheel/nvidia/cublas/lib"],
    });
    expect(tensorflowEnvironment(folder).LD_LIBRARY_PATH).toBe(
      [join(folder, "wheel/nvidia/cudnn/lib"), join(folder, "wheel/nvidia/cublas/lib")].join(delimiter),
    );
  });

  test("w2v starts itself again with LD_LIBRARY_PATH if that is needed, and keeps the exit code", () => {
    for (const file of [
      "kernel-helpers/bin/w2v.js",
      "setup/gpu/tensorflow-environment.mjs",
      "setup/paths.mjs",
    ]) {
      scratch.put(file, readFileSync(join(projectRoot, file), "utf8"));
    }
    scratch.put("kernel-helpers/package.json", '{ "type": "module" }');
    scratch.put(
      "kernel-helpers/dist/cli/main.js",
      "console.log(process.env.LD_LIBRARY_PATH); process.exitCode = 3;",
    );
    mkdirSync(layout(scratch.root).folder, { recursive: true });
    writeInstalled(scratch.root, { ...record, libraries: ["wheel/nvidia/cudnn/lib"] });
    const { status, output } = runCommand(process.execPath, [
      join(scratch.root, "kernel-helpers/bin/w2v.js"),
    ]);
    expect(output).toMatch(/^\S*wheel\/nvidia\/cudnn\/lib\S*\n$/);
    expect(status).toBe(3);
  });

  test("planGpu() reports it, and removeGpu() deletes it", async () => {
    const driver = { found: false, gpus: [], note: "none here" };
    if (process.platform === "linux" && process.arch === "x64") {
      expect(planGpu(scratch.root, { driver }).join("\n")).toMatch(
        /installed {6}nothing\n\nw2v gpu setup would install tensorflow-cpu==\S+ into build\/tensorflow/,
      );
    }
    mkdirSync(layout(scratch.root).folder, { recursive: true });
    writeInstalled(scratch.root, { ...record, libraries: [] });
    expect(readInstalled(scratch.root)?.cudnn).toBe("9.3");
    const out = listener();
    await removeGpu(scratch.root, out.stream);
    expect(out.said()).toBe("TensorFlow and addon … removed\n");
    expect(existsSync(layout(scratch.root).folder)).toBe(false);
    await removeGpu(scratch.root, out.stream);
    expect(out.said()).toContain("not there");
  });
});
