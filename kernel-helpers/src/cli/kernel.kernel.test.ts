import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prefixKernels } from "w2v-kernel";
import { runSession } from "../../../kernel/test/run-session.ts";
import { messagesOf } from "../../../kernel/test/session.ts";
import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";
import { buildForTests, type Ended, w2v } from "./w2v.suite.ts";

let folder = "";
let home = "";
let other = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-kernel-command-"));
  home = join(folder, "home");
  buildForTests();
  other = anotherClone(join(folder, "Großes Übungsverzeichnis 词向量"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A clone with everything that the kernel needs. */
function anotherClone(root: string): string {
  for (const part of [
    "kernel",
    "kernel-helpers/bin",
    "kernel-helpers/dist",
    "kernel-helpers/package.json",
    "setup",
  ]) {
    cpSync(join(projectRoot, part), join(root, part), { recursive: true });
  }
  const packages = join(projectRoot, "node_modules");
  mkdirSync(join(root, "node_modules"));
  for (const name of readdirSync(packages)) {
    // npm links a workspace to the folder of this clone
    const target = name === "w2v-kernel" ? join(root, "kernel") : join(packages, name);
    symlinkSync(target, join(root, "node_modules", name), "junction");
  }
  return root;
}

/** The environment of a user who has no settings yet. */
function newcomer(): NodeJS.ProcessEnv {
  return {
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    XDG_DATA_HOME: undefined,
    JUPYTER_DATA_DIR: undefined,
    JUPYTER_PATH: undefined,
  };
}

/** Runs `w2v kernel` of the clone in `root`, for such a user. */
function kernel(words: readonly string[], root: string = projectRoot): Promise<Ended> {
  return w2v(["kernel", ...words], undefined, { root, env: newcomer() });
}

/** The folders of the kernelspecs that Jupyter itself finds for such a user, by name. */
function foundByJupyter(): Record<string, { readonly resource_dir: string }> {
  const python = environmentProgram(projectRoot, "python");
  const words = ["-m", "jupyter_client.kernelspecapp", "list", "--json"];
  const env = { ...process.env, ...newcomer() };
  return JSON.parse(execFileSync(python, words, { env, encoding: "utf8" })).kernelspecs;
}

const specOf = (prefix: string, name = "w2v"): { readonly argv: string[]; readonly display_name: string } =>
  JSON.parse(readFileSync(join(prefixKernels(prefix), name, "kernel.json"), "utf8"));

test("w2v kernel install works in a path with spaces and non-ASCII letters: its kernel answers", async () => {
  const prefix = join(folder, "préfixe à part");
  const { code, stdout } = await kernel(["install", "--prefix", prefix], other);
  expect(stdout).toBe(`w2v: installed in ${join(prefixKernels(prefix), "w2v")}\n`);
  expect(code).toBe(0);
  expect(specOf(prefix).argv).toContain(join(other, "kernel/node/launch.cjs"));
  const { cells, alive } = await runSession(prefix, [{ code: "1 + 1" }]);
  expect(alive).toBe(true);
  expect(
    JSON.stringify([...messagesOf(cells[0], "execute_result"), ...messagesOf(cells[0], "display_data")]),
  ).toContain('"text/plain":"2"');
});

test("w2v kernel install refuses a name that another clone uses, and accepts another name or --force", async () => {
  const prefix = join(folder, "two clones");
  await kernel(["install", "--prefix", prefix]);
  const refused = await kernel(["install", "--prefix", prefix], other);
  expect(refused.stderr).toContain(
    `it starts the kernel in ${projectRoot}, not the one in this folder. Remedy: --name w2v-2, or --force`,
  );
  expect(refused.code).toBe(1);
  await kernel(["install", "--prefix", prefix, "--name", "w2v-2"], other);
  expect(specOf(prefix, "w2v-2").display_name).toBe("TypeScript (word2vec-lab, w2v-2)");
  const next = await kernel(["install", "--prefix", prefix], other);
  expect(next.stderr).toContain("Remedy: --name w2v-3, or --force");
  const kept = await kernel(["uninstall", "--prefix", prefix], other);
  expect(kept.stderr).toContain("Remedy: --force");
  expect((await kernel(["install", "--prefix", prefix, "--force"], other)).code).toBe(0);
  expect(specOf(prefix).argv).toContain(join(other, "kernel/node/launch.cjs"));
});

test("w2v kernel install does not touch the kernel of another program", async () => {
  const prefix = join(folder, "deno");
  const spec = join(prefixKernels(prefix), "deno/kernel.json");
  mkdirSync(join(spec, ".."), { recursive: true });
  writeFileSync(spec, JSON.stringify({ argv: ["deno", "jupyter"] }));
  const { code, stderr } = await kernel(["install", "--prefix", prefix, "--name", "deno"]);
  expect(stderr).toContain("it starts another program's kernel. Remedy: --name deno-2");
  expect(code).toBe(1);
  expect((await kernel(["list", "--prefix", prefix])).stdout).toMatch(/^no kernelspec of ours in /);
});

test("w2v kernel list shows where a kernel is, which clone it starts, and whether it works", async () => {
  const prefix = join(folder, "listed");
  const moved = anotherClone(join(folder, "moved"));
  await kernel(["install", "--prefix", prefix]);
  await kernel(["install", "--prefix", prefix, "--name", "w2v-2"], moved);
  rmSync(moved, { recursive: true });
  const { code, stdout } = await kernel(["list", "--prefix", prefix]);
  const place = (name: string): string => join(prefixKernels(prefix), name);
  expect(stdout.replaceAll(/ +\n/g, "\n").split("\n")).toEqual([
    "  works   w2v",
    `          ${place("w2v")}`,
    "          starts the kernel in this folder",
    "  BROKEN  w2v-2",
    `          ${place("w2v-2")}`,
    `          starts the kernel in ${moved}`,
    `          starts ${join(moved, "kernel/node/launch.cjs")}, which is not there: the clone was moved`,
    "",
  ]);
  expect(code).toBe(0);
  const mended = await kernel(["install", "--prefix", prefix, "--name", "w2v-2"]); // a dead one needs no --force
  expect(mended.code).toBe(0);
});

test("w2v kernel installs for the user by default, and uninstall removes the kernel", async () => {
  expect((await kernel(["uninstall"])).stderr).toContain("Remedy: list shows");
  const installed = await kernel(["install"]);
  const [, place = ""] = / in (.*)\n/.exec(installed.stdout) ?? [];
  expect(place.startsWith(home)).toBe(true);
  expect((await kernel(["install", "--user"])).stdout).toBe(`w2v: unchanged in ${place}\n`);
  expect((await kernel(["list"])).stdout).toContain(place);
  expect((await kernel(["uninstall"])).code).toBe(0);
  expect(existsSync(place)).toBe(false);
});

test("w2v kernel install puts a kernel where Jupyter itself finds it", async () => {
  await kernel(["install", "--name", "w2v-mine"]);
  expect(foundByJupyter()["w2v-mine"]?.resource_dir.startsWith(home)).toBe(true);
});
