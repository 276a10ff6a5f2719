import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CommandResult, runCommand } from "../command.mjs";
import { projectRoot } from "../paths.mjs";
import { gpuFailure } from "./failure.mjs";
import { hasWheel, installWheel, pipArguments, requireSpace } from "./install-wheel.mjs";
import { scratchRoot } from "./scratch-root.ts";

const answer = (output: string, status = 1): CommandResult => ({ status, output, missing: false });
const cpu = { build: "cpu", requirement: "tensorflow-cpu==2.21.0", why: "" } as const;
const scratch = scratchRoot();

describe("installWheel()", () => {
  test("asks pip for a wheel for any Python; for CUDA also for NVIDIA's libraries", () => {
    expect(pipArguments(cpu, "x")).toEqual(
      expect.arrayContaining(["--no-deps", "--target", "x", "--only-binary=:all:"]),
    );
    const cuda = pipArguments({ build: "cuda", requirement: "tensorflow[and-cuda]==2.21.0", why: "" }, "x");
    expect(cuda).not.toContain("--no-deps");
    for (const [words, build] of [
      [pipArguments(cpu, "x"), "cpu"],
      [cuda, "cuda"],
    ] as const) {
      const lock = join(projectRoot, `setup/locks/tensorflow-${build}.txt`);
      expect(words.slice(-3)).toEqual(["--require-hashes", "-r", lock]);
      expect(readFileSync(lock, "utf8")).toMatch(/^tensorflow(-cpu)?==2\.21\.0 /m);
    }
  });

  test("installs once, and again if another wheel is wanted or the last run failed", () => {
    let pips = 0;
    const run = (program: string, args: readonly string[]): CommandResult => {
      if (!args.includes("pip")) return runCommand(program, args);
      pips++;
      scratch.unpackWheel("build/tensorflow/wheel.part");
      return answer("", pips === 1 ? 1 : 0);
    };
    expect(() => installWheel(scratch.root, cpu, { run })).toThrow("Cannot install tensorflow-cpu==2.21.0");
    expect(hasWheel(scratch.root, cpu)).toBe(false);
    expect(existsSync(join(scratch.root, "build/tensorflow/wheel.part"))).toBe(false);
    expect(installWheel(scratch.root, cpu, { run })).toBe("installed");
    expect(installWheel(scratch.root, cpu, { run })).toBe("unchanged");
    expect(installWheel(scratch.root, { ...cpu, requirement: "tensorflow-cpu==2.22.0" }, { run })).toBe(
      "installed",
    );
    expect(pips).toBe(3);
  });

  test("says how much disk space it needs before it downloads", () => {
    const cuda = { build: "cuda", requirement: "tensorflow[and-cuda]==2.21.0", why: "" } as const;
    expect(() => requireSpace(cpu, 2e9)).not.toThrow();
    expect(() => requireSpace(cuda, 2e9)).toThrow(
      "Cannot install tensorflow[and-cuda]==2.21.0: it needs 8.0 GB on the disk of build/, and 2.0 GB are free. Remedy: free",
    );
  });

  test("says which file the wheel lacks, and does not count it as installed", () => {
    const run = (program: string, args: readonly string[]): CommandResult => {
      if (!args.includes("pip")) return runCommand(program, args);
      scratch.put("build/tensorflow/wheel.part/tensorflow/libtensorflow_cc.so.2");
      return answer("", 0);
    };
    expect(() => installWheel(scratch.root, cpu, { run })).toThrow(
      /lacks libtensorflow_framework\.so\.2, include\S+\. Remedy: w2v gpu remove/,
    );
    expect(hasWheel(scratch.root, cpu)).toBe(false);
  });

  test("reports an index without the wheel, with the real pip", () => {
    symlinkSync(join(projectRoot, ".venv"), join(scratch.root, ".venv"));
    const run = (program: string, args: readonly string[]) => runCommand(program, [...args, "--no-index"]);
    expect(() => installWheel(scratch.root, cpu, { run })).toThrow(
      "Cannot install tensorflow-cpu==2.21.0: the package index has no tensorflow-cpu==2.21.0 for this machine. Remedy: ",
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
      "the system has no GLIBC_2.38. Remedy: use a newer system",
    ],
    ["SIGILL", "(AVX). Remedy: use W2V_BACKEND=wasm"],
    ["something new", "the command ended with 1:\n  something new"],
  ])("turns %s into a remedy", (output, message) => {
    const error = gpuFailure("do it", answer(output));
    expect(error.message).toMatch(/^Cannot do it: /);
    expect(error.message).toContain(message);
    expect(error.message).toMatch(/then (run )?w2v gpu setup/);
  });
});
