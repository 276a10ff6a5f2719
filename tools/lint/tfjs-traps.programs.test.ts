import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";

const folder = mkdtempSync(join(tmpdir(), "w2v-lint-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The linter's output for this text, with only the project's rules for TensorFlow.js. */
function lint(text: string): string {
  const plugins = [join(projectRoot, "tools/lint/tfjs-traps.grit")];
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ plugins }));
  writeFileSync(join(folder, "planted.ts"), text);
  const biome = join(projectRoot, "node_modules/@biomejs/biome/bin/biome");
  const { stdout, stderr } = spawnSync(process.execPath, [biome, "lint", "planted.ts"], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout + stderr;
}

test("the linter reports tf.train.adagrad, whose accumulator starts at 0.1, and no other call", () => {
  const head = 'import * as tf from "@tensorflow/tfjs";\n';
  expect(lint(`${head}tf.train.adagrad(0.1);\n`)).toContain("starts its accumulator at 0.1");
  const fine = lint(`${head}tf.train.adagrad(0.1, 1e-10);\ntf.train.sgd(0.1);\n`);
  expect(fine).toContain("Checked 1 file");
  expect(fine).not.toContain("accumulator");
});
