import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { optionName } from "../base/index.ts";
import type { Command } from "./command.ts";
import { run } from "./run.ts";
import { UsageError } from "./usage-error.ts";

/** What `w2v try` prints to stderr, and its exit code, if the command does this work. */
async function told(work: () => unknown, options: Command["options"] = {}): Promise<[number, ...unknown[]]> {
  const command: Command = {
    name: "try",
    summary: "",
    positionals: "",
    options,
    notes: [],
    examples: [],
    run: async () => Number(work()),
  };
  const error = vi.spyOn(console, "error").mockReturnValue();
  const code = await run([command], ["try"]);
  const printed = error.mock.calls.flat();
  error.mockRestore();
  return [code, ...printed];
}

test("run() prints our errors as they are, with control characters as escapes", async () => {
  const fail = (): never => {
    throw new RangeError("Cannot look up \u001b[2J:\nRemedy: another word");
  };
  expect(await told(fail)).toEqual([1, "Cannot look up \\u{1b}[2J:\nRemedy: another word"]);
});

test("run() translates the system's errors and the engine's", async () => {
  expect(await told(() => readFileSync("/none/\u0007"))).toEqual([
    1,
    "Cannot use /none/\\u{7}: no such file. Remedy: check the path",
  ]);
  const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  const write = (): never => {
    throw full;
  };
  expect(await told(write)).toEqual([
    1,
    "Cannot go on: the disk is full. Remedy: free some space, or choose another place",
  ]);
  expect(await told(() => new Float64Array(2 ** 52))).toEqual([
    1,
    "Cannot go on: it needs more memory than there is. Remedy: a smaller file, fewer words, or shorter vectors",
  ]);
});

test("run() adds the help of the command to an error of usage, and ends with 2", async () => {
  const fail = (): never => {
    throw new UsageError("Cannot try");
  };
  expect(await told(fail)).toEqual([2, "Cannot try", "Usage: w2v try --help"]);
});

test("run() calls the options that commands have by their flags, and leaves the names in code as they were", async () => {
  const fail = (): never => {
    throw new RangeError(`${optionName("minCount")} or ${optionName("reports")}`);
  };
  expect(await told(fail, { "min-count": { value: "N", help: "" } })).toEqual([1, "--min-count or reports"]);
  expect(await told(fail, { least: { value: "N", sets: "minCount", help: "" } })).toEqual([
    1,
    "--least or reports",
  ]);
  expect(optionName("minCount")).toBe("minCount");
});
