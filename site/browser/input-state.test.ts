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
  write("kernel/node/launch.cjs", "start(1);");
  const changed = inputState(root);
  expect(changed).not.toBe(before);
  write("package-lock.json", "{ }");
  expect(inputState(root)).not.toBe(changed);
});
