import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nativeIsBuilt } from "../../kernel-helpers/exact-backends.ts";
import { tensorflowEnvironment } from "../../kernel-helpers/kernel/node/kernelspec.mjs";
import { findProgram } from "../programs.ts";
import { projectRoot } from "../project-root.ts";
import { type CommandResult, runCommand } from "../setup/command.mjs";
import { fingerprint } from "../setup/step.mjs";
import { buildAddon, compilerArguments } from "./build-addon.mjs";
import { gpuFailure } from "./failure.mjs";
import { hasWheel, installWheel, pipArguments } from "./install-wheel.mjs";
import { layout } from "./layout.mjs";
import { cudaLibraries, cudnnVersion, deviceSaid, loadAddon, loadWithLibraries } from "./load-addon.mjs";
import { planGpu } from "./plan.mjs";
import { readInstalled, writeInstalled } from "./record.mjs";
import { removeGpu } from "./remove.mjs";
import { gpuMissed, setUpForTests } from "./set-up.mjs";

const answer = (output: string, status = 1): CommandResult => ({ status, output, missing: false });
const cpu = { build: "cpu", requirement: "tensorflow-cpu==2.21.0", why: "" } as const;
const gpp = findProgram("g++");
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "w2v-gpu-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text = ""): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What pip leaves when it succeeds. */
function unpackWheel(folder = "build/tensorflow/wheel"): void {
  for (const file of ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"]) {
    put(`${folder}/tensorflow/${file}`);
  }
  put(`${folder}/tensorflow/include/tensorflow/c/eager/c_api.h`);
}

describe("installWheel()", () => {
  test("asks pip for a wheel of any Python, alone without CUDA, with NVIDIA's libraries with it", () => {
    expect(pipArguments(cpu, "x")).toEqual(
      expect.arrayContaining(["--no-deps", "--target", "x", "--only-binary=:all:"]),
    );
    const cuda = pipArguments({ build: "cuda", requirement: "tensorflow[and-cuda]==2.21.0", why: "" }, "x");
    expect(cuda).not.toContain("--no-deps");
    expect(cuda.at(-1)).toBe("tensorflow[and-cuda]==2.21.0");
  });

  test("installs once, and again when another one is wanted or the last time failed", () => {
    let pips = 0;
    const run = (program: string, args: readonly string[]): CommandResult => {
      if (!args.includes("pip")) return runCommand(program, args);
      pips++;
      unpackWheel("build/tensorflow/wheel.part");
      return answer("", pips === 1 ? 1 : 0);
    };
    expect(() => installWheel(root, cpu, { run })).toThrow("Cannot install tensorflow-cpu==2.21.0");
    expect(hasWheel(root, cpu)).toBe(false);
    expect(existsSync(join(root, "build/tensorflow/wheel.part"))).toBe(false);
    expect(installWheel(root, cpu, { run })).toBe("installed");
    expect(installWheel(root, cpu, { run })).toBe("unchanged");
    expect(installWheel(root, { ...cpu, requirement: "tensorflow-cpu==2.22.0" }, { run })).toBe("installed");
    expect(pips).toBe(3);
  });

  test("says which file the wheel lacks, and does not take it for whole", () => {
    const run = (program: string, args: readonly string[]): CommandResult => {
      if (!args.includes("pip")) return runCommand(program, args);
      put("build/tensorflow/wheel.part/tensorflow/libtensorflow_cc.so.2");
      return answer("", 0);
    };
    expect(() => installWheel(root, cpu, { run })).toThrow(
      /must have libtensorflow_framework\.so\.2, include\S+: it has not\. Remedy: w2v gpu remove/,
    );
    expect(hasWheel(root, cpu)).toBe(false);
  });

  test("tells of an index without the wheel, by the real pip", () => {
    symlinkSync(join(projectRoot, ".venv"), join(root, ".venv"));
    const run = (program: string, args: readonly string[]) => runCommand(program, [...args, "--no-index"]);
    expect(() => installWheel(root, { ...cpu, requirement: "tensorflow-cpu==0.0.1" }, { run })).toThrow(
      "Cannot install tensorflow-cpu==0.0.1 as the package index has no tensorflow-cpu==0.0.1 for this machine. Remedy: ",
    );
  });
});

describe("gpuFailure()", () => {
  test.each([
    ["ERROR: [Errno 28] No space left on device", "the disk is full. Remedy: free 3 GB"],
    [
      "NewConnectionError: Failed to establish a new connection",
      "not reached. Remedy: connect to the network",
    ],
    ["/usr/bin/python3: No module named pip", "this Python has no pip. Remedy: npm run setup"],
    [
      "ERROR: No matching distribution found for tensorflow-cpu==2.21.0",
      "has no tensorflow-cpu==2.21.0 for this",
    ],
    ["g++: error: unrecognized command line option '-std=c++17'", "C++17. Remedy: install g++ 8"],
    ["a.cc:1:10: fatal error: node_api.h: No such file or directory", "header node_api.h is missing"],
    [
      "Error: /x/tfjs_binding.node: undefined symbol: TFE_Execute",
      "no function TFE_Execute. Remedy: w2v gpu remove",
    ],
    [
      "libtensorflow_cc.so.2: cannot open shared object file: No such file",
      "libtensorflow_cc.so.2 was not found",
    ],
    [
      "/lib/libm.so.6: version `GLIBC_2.38' not found",
      "the system has no GLIBC_2.38. Remedy: this needs a newer",
    ],
    ["SIGILL", "(AVX). Remedy: W2V_BACKEND=wasm"],
    ["something new", "the command ended with 1:\n  something new"],
  ])("turns %s into a remedy", (output, message) => {
    const error = gpuFailure("do it", answer(output));
    expect(error.message).toMatch(/^Cannot do it as /);
    expect(error.message).toContain(message);
    expect(error.message).toMatch(/then (run )?w2v gpu setup/);
  });
});

describe("buildAddon()", () => {
  test("says how to get a compiler, and where the sources come from", () => {
    expect(() => buildAddon(root)).toThrow(/binding must be there\. Remedy: npm ci/);
    symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"));
    const run = () => ({ status: null, output: "", missing: true });
    expect(() => buildAddon(root, { run })).toThrow("g++ must be on the PATH. Remedy: install it (Debian");
  });

  test("finds TensorFlow by its place beside the addon: no path of this machine is in it", () => {
    const paths = compilerArguments(projectRoot, "x.node").filter((word) => word.startsWith("-Wl,"));
    expect(paths).toEqual(["-Wl,-rpath,$ORIGIN/../wheel/tensorflow"]);
  });

  test.skipIf(gpp === undefined)("turns the compiler's own words into a remedy", () => {
    symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"));
    unpackWheel();
    put("build/tensorflow/wheel/.w2v-setup");
    expect(() => buildAddon(root)).toThrow(
      /as the header tensorflow\/\S+ is missing\. Remedy: w2v gpu remove and npm ci/,
    );
    expect(existsSync(layout(root).addon)).toBe(false);
  });
});

describe("loadAddon()", () => {
  test.skipIf(gpp === undefined)("names the function that TensorFlow lacks", () => {
    put(
      "a.cc",
      'extern "C" void TF_NotThere(); extern "C" void napi_register_module_v1() { TF_NotThere(); }',
    );
    const made = runCommand("g++", ["-shared", "-fPIC", join(root, "a.cc"), "-o", join(root, "a.node")]);
    expect(made.status).toBe(0);
    expect(() => loadAddon(join(root, "a.node"))).toThrow(
      /^Cannot load the addon as its TensorFlow has no function TF_NotThere\. Remedy: w2v gpu remove/,
    );
  });

  test.skipIf(!nativeIsBuilt)("computes with the addon, also in a folder that was moved", () => {
    const from = layout(projectRoot).folder;
    expect(loadAddon(layout(projectRoot).addon).tensorflow).toMatch(/^\d+\.\d+\.\d+$/);
    cpSync(join(from, "addon"), join(root, "moved/addon"), { recursive: true });
    expect(() => loadAddon(join(root, "moved/addon/tfjs_binding.node"))).toThrow(
      /the library libtensorflow\S+ was not found\. Remedy: w2v gpu remove/,
    );
    symlinkSync(join(from, "wheel"), join(root, "moved/wheel"));
    expect(loadAddon(join(root, "moved/addon/tfjs_binding.node")).tensorflow).toMatch(/^\d/);
  });

  test("tries CUDA's libraries on LD_LIBRARY_PATH only where a GPU is missed, and says whether they helped", () => {
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

test("cudaLibraries(), cudnnVersion() and deviceSaid() read what CUDA's packages and TensorFlow say", () => {
  expect(cudaLibraries(root)).toEqual([]);
  put("nvidia/cudnn/lib/libcudnn.so.9");
  put("nvidia/cublas/lib/libcublas.so.12");
  put("nvidia/cuda_nvcc/bin/ptxas");
  expect(cudaLibraries(root)).toEqual([join(root, "nvidia/cublas/lib"), join(root, "nvidia/cudnn/lib")]);
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

test("setUpForTests() says what hinders it, and throws nothing", () => {
  symlinkSync("/nowhere", join(root, "node_modules"));
  unpackWheel();
  put("build/tensorflow/wheel/.w2v-setup", fingerprint([cpu.requirement]));
  expect(setUpForTests(root)).toMatch(/^not built, its tests are skipped\. Cannot \S.* Remedy: /);
  expect(readInstalled(root)).toBeUndefined();
});

test.skipIf(!nativeIsBuilt)("setUpForTests() does nothing where all is done", () => {
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

  test("tensorflowEnvironment() has LD_LIBRARY_PATH only where the record says that it is needed", () => {
    const { folder } = layout(root);
    expect(tensorflowEnvironment(folder)).toEqual({});
    mkdirSync(folder, { recursive: true });
    writeInstalled(root, { ...record, libraries: [] });
    expect(Object.keys(tensorflowEnvironment(folder))).toEqual([
      "TF_CPP_MIN_LOG_LEVEL",
      "TF_ENABLE_ONEDNN_OPTS",
      "TF_FORCE_GPU_ALLOW_GROWTH",
    ]);
    writeInstalled(root, { ...record, libraries: ["wheel/nvidia/cudnn/lib", "wheel/nvidia/cublas/lib"] });
    expect(tensorflowEnvironment(folder).LD_LIBRARY_PATH).toBe(
      [join(folder, "wheel/nvidia/cudnn/lib"), join(folder, "wheel/nvidia/cublas/lib")].join(delimiter),
    );
  });

  test("w2v starts itself anew with LD_LIBRARY_PATH where that is needed, and keeps its exit code", () => {
    for (const file of ["kernel-helpers/bin/w2v.js", "kernel-helpers/kernel/node/kernelspec.mjs"]) {
      put(file, readFileSync(join(projectRoot, file), "utf8"));
    }
    put("kernel-helpers/package.json", '{ "type": "module" }');
    put("kernel-helpers/dist/cli/main.js", "console.log(process.env.LD_LIBRARY_PATH); process.exitCode = 3;");
    mkdirSync(layout(root).folder, { recursive: true });
    writeInstalled(root, { ...record, libraries: ["wheel/nvidia/cudnn/lib"] });
    const { status, output } = runCommand(process.execPath, [join(root, "kernel-helpers/bin/w2v.js")]);
    expect(output).toMatch(/^\S*wheel\/nvidia\/cudnn\/lib\S*\n$/);
    expect(status).toBe(3);
  });

  test("planGpu() tells of it, and removeGpu() deletes it", async () => {
    const driver = { found: false, gpus: [], note: "none here" };
    if (process.platform === "linux" && process.arch === "x64") {
      expect(planGpu(root, { driver }).join("\n")).toMatch(
        /installed {6}nothing\n\nw2v gpu setup would install tensorflow-cpu==\S+ into build\/tensorflow/,
      );
    }
    mkdirSync(layout(root).folder, { recursive: true });
    writeInstalled(root, { ...record, libraries: [] });
    expect(readInstalled(root)?.cudnn).toBe("9.3");
    let said = "";
    const out = new Writable({
      write(chunk, _encoding, done) {
        said += chunk;
        done();
      },
    });
    await removeGpu(root, out);
    expect(said).toBe("TensorFlow and addon … removed\n");
    expect(existsSync(layout(root).folder)).toBe(false);
    await removeGpu(root, out);
    expect(said).toContain("not there");
  });
});
