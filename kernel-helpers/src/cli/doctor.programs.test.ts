import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { findingLines } from "./doctor.ts";
import { inspectKernelspec, inspectOtherKernels, inspectZeromq } from "./inspect-kernels.ts";
import { inspectBuild, inspectNode, inspectPackages } from "./inspect-packages.ts";
import { inspectPython } from "./inspect-python.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "w2v-doctor-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

const lock = (version: string): string =>
  JSON.stringify({ packages: { "": {}, "node_modules/a": { version } } });
const spec = (launcher: string, node = process.execPath): string =>
  JSON.stringify({ argv: [node, launcher, "{file}"] });
const specFile = ".venv/share/jupyter/kernels/w2v/kernel.json";
const launcherFile = "kernel/node/launch.cjs";

test("inspectNode() requires a Node that can require ES modules", () => {
  expect(inspectNode("20.18.9").ok).toBe(false);
  expect(inspectNode("20.19.0").ok).toBe(true);
  expect(inspectNode("22.1.0").ok).toBe(true);
});

test("inspectPackages() names a package that differs from package-lock.json", () => {
  expect(inspectPackages(root).found).toBe("none are installed");
  put("package-lock.json", lock("1.0.0"));
  put("node_modules/.package-lock.json", lock("0.9.0"));
  expect(inspectPackages(root).found).toBe("1 differ from package-lock.json, such as a");
  put("node_modules/.package-lock.json", lock("1.0.0"));
  expect(inspectPackages(root).ok).toBe(true);
});

test("inspectKernelspec() detects that the clone was moved", async () => {
  expect((await inspectKernelspec(root)).found).toBe("the kernelspec w2v is not installed");
  put(launcherFile, "");
  put(specFile, spec("/elsewhere/kernel-helpers/kernel/node/launch.cjs"));
  expect((await inspectKernelspec(root)).found).toContain("which is not there: the clone was moved");
  expect((await inspectKernelspec(root)).fix).toBe("npm run setup");
  put(specFile, spec(join(projectRoot, launcherFile)));
  expect((await inspectKernelspec(root)).found).toContain("another clone");
  put(specFile, spec(join(root, launcherFile)));
  expect((await inspectKernelspec(root)).ok).toBe(true);
  put(specFile, "{");
  expect((await inspectKernelspec(root)).found).toBe("the kernelspec w2v is not installed");
});

test.skipIf(process.platform === "win32")(
  "inspectKernelspec() detects a Node that is old or gone",
  async () => {
    put(launcherFile, "");
    put("old/node", "#!/bin/sh\necho v18.20.1\n");
    chmodSync(join(root, "old/node"), 0o755);
    put(specFile, spec(join(root, launcherFile), join(root, "old/node")));
    expect((await inspectKernelspec(root)).found).toBe("w2v runs in Node 18.20.1, wanted 20.19 or newer");
    put(specFile, spec(join(root, launcherFile), join(root, "gone/node")));
    expect((await inspectKernelspec(root)).found).toContain("gone/node, which is not there");
  },
);

test("inspectOtherKernels() reports only our kernelspecs, and which of them are dead", async () => {
  put("kernels/w2v-2/kernel.json", spec(join(projectRoot, launcherFile)));
  put("kernels/w2v-3/kernel.json", spec("/elsewhere/kernel-helpers/kernel/node/launch.cjs"));
  put("kernels/python3/kernel.json", JSON.stringify({ argv: ["python", "-m", "ipykernel"] }));
  const findings = await inspectOtherKernels([join(root, "kernels"), join(root, "none")]);
  expect(findings.map(({ name, ok }) => [name, ok])).toEqual([
    ["kernel w2v-2", true],
    ["kernel w2v-3", false],
  ]);
  expect(findings[1]?.fix).toMatch(/^delete that folder/);
});

test("inspectZeromq() loads the zeromq that tslab would load, in another process", async () => {
  expect((await inspectZeromq(root)).found).toBe("tslab is not installed");
  put("node_modules/tslab/dist/main.js", "");
  put("node_modules/zeromq/index.js", "module.exports = {};");
  expect((await inspectZeromq(root)).ok).toBe(true);
  put("node_modules/zeromq/index.js", 'throw new Error("no build for this platform");');
  const finding = await inspectZeromq(root);
  expect(finding.found).toContain("does not load: no build for this platform");
  expect(finding.fix).toContain("npm rebuild zeromq");
  put("node_modules/zeromq/index.js", "process.abort();");
  expect((await inspectZeromq(root)).ok).toBe(false);
});

test("inspectPython() detects that .venv is missing, and that it was made elsewhere", async () => {
  expect((await inspectPython(root)).found).toBe("there is no .venv");
  put(".venv/bin/python", "");
  put(".venv/Scripts/python.exe", "");
  put(".venv/pyvenv.cfg", "home = /usr/bin\ncommand = /usr/bin/python3 -m venv /elsewhere/.venv\n");
  expect((await inspectPython(root)).found).toContain("this clone was moved");
  put(".venv/pyvenv.cfg", `command = /usr/bin/python3 -m venv ${join(root, ".venv")}\n`);
  expect((await inspectPython(root)).found).toContain("does not answer"); // the file above is not a program
});

test("inspectBuild() names a source that is newer than the build", async () => {
  expect((await inspectBuild(root)).found).toBe("kernel-helpers is not built");
  cpSync(join(projectRoot, "kernel-helpers/src/base"), join(root, "kernel-helpers/src/base"), {
    recursive: true,
  });
  put("kernel-helpers/dist/portable.tsbuildinfo", "");
  expect((await inspectBuild(root)).ok).toBe(true);
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(root, "kernel-helpers/src/base/table.ts"), later, later);
  expect((await inspectBuild(root)).found).toContain("such as src/base/table.ts");
});

test("findingLines() puts the remedy below the problem", () => {
  const findings = [
    { name: "Node", ok: true, found: "20.20.2", fix: "" },
    { name: "Python", ok: false, found: "there is no .venv", fix: "npm run setup" },
  ];
  expect(findingLines(findings)).toEqual([
    "  ok     Node    20.20.2",
    "  WRONG  Python  there is no .venv",
    "                 fix: npm run setup",
  ]);
});
