import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inputState } from "./input-state.ts";

test("inputState() changes with a source, and not with a test or a compiler's notes", () => {
  const root = mkdtempSync(join(tmpdir(), "w2v-inputs-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write("kernel/node/launch.cjs", "start();");
  write("package-lock.json", "{}");
  const before = inputState(root);
  for (const file of [
    "kernel-helpers/dist/test.tsbuildinfo",
    "kernel/node/launch.test.ts",
    "kernel/test/session.ts",
    "kernel/papermill/__pycache__/translator.pyc",
  ])
    write(file, "new");
  expect(inputState(root)).toBe(before);
  const states = [before];
  for (const file of ["kernel/node/launch.cjs", "package-lock.json", "datasets/toy/README.md"]) {
    write(file, "changed");
    states.push(inputState(root));
  }
  expect(new Set(states).size).toBe(4);
});
