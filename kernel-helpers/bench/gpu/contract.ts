import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BackendName } from "kernel-helpers";
import { projectRoot } from "../../../setup/paths.mjs";
import type { ContractResult } from "./outcome.ts";
import type { Amount } from "./parts.ts";

/** The tests that every backend must pass: they take the one that W2V_TEST_BACKEND names. */
const SUITES = [
  "src/backend/scatter-rows.test.ts",
  "src/backend/traps.programs.test.ts",
  "src/model/tensor-step.programs.test.ts",
  "src/optimize/optimizer.matrix.test.ts",
  "src/classify/tensor-network.programs.test.ts",
  "src/train/gpu.programs.test.ts",
  "test/backends.programs.test.ts",
];

interface VitestReport {
  readonly testResults: readonly {
    readonly message?: string;
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: "passed" | "failed" | "skipped" | "pending" | "todo";
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the contract suites on a backend by vitest. Throws Error if it gives no report within `patience` milliseconds. */
export function contract(backend: BackendName, { quick }: Amount, patience: number): ContractResult {
  const folder = mkdtempSync(join(tmpdir(), "w2v-contract-"));
  const file = join(folder, "report.json");
  const files = (quick ? SUITES.slice(0, 1) : SUITES).map((suite) => `kernel-helpers/${suite}`);
  const vitest = join(projectRoot, "node_modules/vitest/vitest.mjs");
  const config = fileURLToPath(new URL("contract.config.ts", import.meta.url));
  const words = [vitest, "run", "--config", config, "--reporter=json", `--outputFile=${file}`, ...files];
  const env = { ...process.env, W2V_TEST_BACKEND: backend };
  const options = { cwd: projectRoot, env, encoding: "utf8", timeout: patience } as const;
  const { status, signal, stderr, stdout } = spawnSync(process.execPath, words, options);
  try {
    return contractResult(JSON.parse(readFileSync(file, "utf8")) as VitestReport);
  } catch (cause) {
    const end = `${stdout}${stderr}`.trim().slice(-500);
    throw new Error(
      `Cannot run the contract suites on ${backend}: vitest ended with ${signal ?? status} and said: ${end}`,
      {
        cause,
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What counts of vitest's report. A file that could not be loaded is a failure of its own. */
export function contractResult({ testResults }: VitestReport): ContractResult {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults.filter(
    ({ message, assertionResults }) => message && assertionResults.every(({ status }) => status !== "failed"),
  );
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: [
      ...tests
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => ({
          name: fullName,
          message: (failureMessages[0] ?? "").split("\n")[0] ?? "",
        })),
      ...broken.map(({ name, message = "" }) => ({ name, message: message.split("\n")[0] ?? "" })),
    ],
    skipped: tests.filter(({ status }) => status !== "passed" && status !== "failed").length,
  };
}
