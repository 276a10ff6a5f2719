import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";

test("the script in docs/engines.md trains from a file and writes vectors, in ten lines of its own", () => {
  const page = readFileSync(join(projectRoot, "docs/engines.md"), "utf8");
  const script = /<!-- example: script -->\n```ts\n(.*?)```/s.exec(page)?.[1] ?? "";
  expect(script.split("\n").filter((line) => line !== "" && !line.startsWith("import"))).toHaveLength(8);
  const folder = mkdtempSync(join(projectRoot, "build/script-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "my-script.ts"), script);
  writeFileSync(
    join(folder, "my-text.txt"),
    "the king loves the queen. the queen loves the king.\n".repeat(20),
  );
  const tsx = join(projectRoot, "node_modules/tsx/dist/cli.mjs");
  const said = execFileSync(process.execPath, [tsx, "my-script.ts"], { cwd: folder, encoding: "utf8" });
  expect(said).toMatch(/^engine: simd, plain SIMD, 1 thread\n1 % · epoch 1 .*\n100 % · epoch 5 /s);
  expect(readFileSync(join(folder, "my-vectors.vec"), "utf8")).toMatch(/^4 100\nthe /);
});
