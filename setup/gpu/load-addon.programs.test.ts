import { cpSync, existsSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { nativeIsBuilt } from "../../kernel-helpers/test/exact-backends.ts";
import { findProgram } from "../../tools/programs/find-program.ts";
import { runCommand } from "../command.mjs";
import { projectRoot } from "../paths.mjs";
import { buildAddon, compilerArguments } from "./build-addon.mjs";
import { layout } from "./layout.mjs";
import { cudaLibraries, cudnnVersion, deviceSaid, loadAddon, loadWithLibraries } from "./load-addon.mjs";
import { scratchRoot } from "./scratch-root.ts";

const gpp = findProgram("g++");
const scratch = scratchRoot();

describe("buildAddon()", () => {
  test("says how to get a compiler, and where the sources come from", () => {
    expect(() => buildAddon(scratch.root)).toThrow(/there is no .*binding\. Remedy: npm ci/);
    symlinkSync(join(projectRoot, "node_modules"), join(scratch.root, "node_modules"));
    const run = () => ({ status: null, output: "", missing: true });
    expect(() => buildAddon(scratch.root, { run })).toThrow(
      "g++ is not on the PATH. Remedy: install it (Debian",
    );
  });

  test("finds TensorFlow relative to the addon, which contains no path of this machine", () => {
    const paths = compilerArguments(projectRoot, "x.node").filter((word) => word.startsWith("-Wl,"));
    expect(paths).toEqual(["-Wl,-rpath,$ORIGIN/../wheel/tensorflow"]);
  });

  test.skipIf(gpp === undefined)("turns the compiler's message into a remedy", () => {
    symlinkSync(join(projectRoot, "node_modules"), join(scratch.root, "node_modules"));
    scratch.unpackWheel();
    scratch.put("build/tensorflow/wheel/.w2v-setup");
    expect(() => buildAddon(scratch.root)).toThrow(
      /: the header tensorflow\/\S+ is missing\. Remedy: w2v gpu remove and npm ci/,
    );
    expect(existsSync(layout(scratch.root).addon)).toBe(false);
  });
});

describe("loadAddon()", () => {
  test.skipIf(gpp === undefined)("names the function that TensorFlow lacks", () => {
    scratch.put(
      "a.cc",
      'extern "C" void TF_NotThere(); extern "C" void napi_register_module_v1() { TF_NotThere(); }',
    );
    const made = runCommand("g++", [
      "-shared",
      "-fPIC",
      join(scratch.root, "a.cc"),
      "-o",
      join(scratch.root, "a.node"),
    ]);
    expect(made.status).toBe(0);
    expect(() => loadAddon(join(scratch.root, "a.node"))).toThrow(
      /^Cannot load the addon: its TensorFlow has no function TF_NotThere\. Remedy: w2v gpu remove/,
    );
  });

  test.skipIf(!nativeIsBuilt)("computes with the addon, also in a folder that was moved", () => {
    const from = layout(projectRoot).folder;
    expect(loadAddon(layout(projectRoot).addon).tensorflow).toMatch(/^\d+\.\d+\.\d+$/);
    cpSync(join(from, "addon"), join(scratch.root, "moved/addon"), { recursive: true });
    expect(() => loadAddon(join(scratch.root, "moved/addon/tfjs_binding.node"))).toThrow(
      /the library libtensorflow\S+ was not found\. Remedy: w2v gpu remove/,
    );
    symlinkSync(join(from, "wheel"), join(scratch.root, "moved/wheel"));
    expect(loadAddon(join(scratch.root, "moved/addon/tfjs_binding.node")).tensorflow).toMatch(/^\d/);
  });

  test("tries CUDA's libraries on LD_LIBRARY_PATH only if a GPU is not found, and says whether that helped", () => {
    const tried: string[] = [];
    const load =
      (helps: boolean) =>
      (_: string, env: Readonly<Record<string, string>> = {}) => {
        tried.push(env.LD_LIBRARY_PATH ?? "");
        return { tensorflow: "2.21.0", gpu: helps && env.LD_LIBRARY_PATH !== undefined, said: "" };
      };
    const libraries = ["/a/lib", "/b/lib"];
    const needs = (wantsGpu: boolean, helps: boolean) =>
      loadWithLibraries("x", { wantsGpu, libraries, load: load(helps) }).needsLibraryPath;
    expect(needs(false, true)).toBe(false);
    expect(tried).toEqual([""]);
    expect(needs(true, true)).toBe(true);
    expect(tried).toEqual(["", "", libraries.join(delimiter)]);
    expect(needs(true, false)).toBe(false);
  });
});

test("cudaLibraries(), cudnnVersion() and deviceSaid() read the output of CUDA's packages and TensorFlow", () => {
  expect(cudaLibraries(scratch.root)).toEqual([]);
  scratch.put("nvidia/cudnn/lib/libcudnn.so.9");
  scratch.put("nvidia/cublas/lib/libcublas.so.12");
  scratch.put("nvidia/cuda_nvcc/bin/ptxas");
  expect(cudaLibraries(scratch.root)).toEqual([
    join(scratch.root, "nvidia/cublas/lib"),
    join(scratch.root, "nvidia/cudnn/lib"),
  ]);
  expect(cudnnVersion(["numpy-2.0.0.dist-info", "nvidia_cudnn_cu12-9.28.0.42.dist-info"])).toBe("9.28.0.42");
  expect(cudnnVersion(["nvidia"])).toBeUndefined();
  const said =
    "I0000 gpu_device.cc:2020] Created device /job:localhost/replica:0/task:0/device:GPU:0 with 21400 MB memory: " +
    " -> device: 0, name: NVIDIA A10, pci bus id: 0000:00:1e.0, compute capability: 8.6";
  expect(deviceSaid(said)).toEqual({
    device: "NVIDIA A10, compute capability 8.6",
    memory: 21400 * 2 ** 20,
  });
  expect(deviceSaid("nothing")).toBeUndefined();
});
