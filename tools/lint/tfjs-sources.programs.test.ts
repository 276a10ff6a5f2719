import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";

const folder = mkdtempSync(join(tmpdir(), "w2v-lint-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "kernel-helpers/src/model"), { recursive: true });
cpSync(join(projectRoot, "tools/lint"), join(folder, "tools/lint"), { recursive: true });
// The project's own settings, so that the test covers which files they apply to; without git, which this copy lacks.
const settings = JSON.parse(readFileSync(join(projectRoot, "biome.json"), "utf8")) as object;
writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...settings, $schema: "", vcs: {} }));

/** The linter's output for a file of the stage model that returns `expression`. */
function lint(name: string, expression: string): string {
  const path = join("kernel-helpers/src/model", name);
  const head =
    'import type { Planted } from "./planted-types.ts";\n\nexport function planted({ tf, t }: Planted)';
  writeFileSync(join(folder, path), `${head}: unknown {\n  return ${expression};\n}\n`);
  const biome = join(projectRoot, "node_modules/@biomejs/biome/bin/biome");
  const { stdout, stderr } = spawnSync(process.execPath, [biome, "lint", path], {
    cwd: folder,
    encoding: "utf8",
  });
  const said = stdout + stderr;
  expect(said).toContain("Checked 1 file");
  return said;
}

const [read, padding] = ["Remedy: await data(); readScalar()", "Remedy: the weights of packBatch()"];
/** Each trap, the linter's expected message, and code that does the same without the trap. */
const traps: readonly (readonly [trap: string, remedy: string, safe: string])[] = [
  ["t.dataSync()[0]", read, "t.data()"],
  ["t.dataSync<number>()", read, "t.data<number>()"],
  ["tf.sum(t).arraySync()", read, "tf.sum(t).array()"],
  ["tf.logSigmoid(t)", "Remedy: log σ(z) = -softplus(-z)", "tf.neg(tf.softplus(tf.neg(t)))"],
  ["tf.layers.embedding({})", padding, "tf.layers.dense({})"],
  ["tf.layers.globalAveragePooling1d()", padding, "tf.layers.flatten()"],
  ["tf.mean(tf.mul(t, t), 1)", padding, "tf.mean(tf.mul(t, t))"],
];

test.each(traps)("the linter reports %s in our sources, with the remedy", (trap, remedy, safe) => {
  expect(lint("planted.ts", trap)).toContain(remedy);
  expect(lint("planted.ts", safe)).not.toContain("Remedy");
});

test("a test may read synchronously, because it chooses the backend", () => {
  expect(lint("planted.test.ts", "t.dataSync()")).not.toContain("Remedy");
});
