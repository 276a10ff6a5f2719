import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECTS } from "../../setup/build.mjs";
import { projectRoot } from "../../setup/paths.mjs";
import { runSession } from "./run-session.ts";
import { messagesOf, printed, type Session, tracebackOf } from "./session.ts";

/** Outside the project, so that no file of the course can be found from here. */
const folder = mkdtempSync(join(tmpdir(), "w2v-packed-"));
const notebooks = join(folder, "notebooks");
const prefix = join(folder, "prefix");
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** The learner's own package, which the cells import. */
function writePackage(name: string, code: string): void {
  const place = join(notebooks, "node_modules", name);
  mkdirSync(place, { recursive: true });
  const files = { "package.json": `{ "name": "${name}", "main": "index.js", "types": "index.d.ts" }` };
  for (const [file, text] of Object.entries({ ...files, "index.js": code }))
    writeFileSync(join(place, file), text);
  writeFileSync(join(place, "index.d.ts"), "export declare const answer: number;\n");
}

const CELLS = [
  'import { answer } from "own-package";\nconst doubled: number = answer * 2;\ndoubled',
  "const word: string = doubled;",
  'function fail(): never {\n  throw new RangeError("too far");\n}\nfail();',
  'import { readFileSync } from "node:fs";\nawait 0;\nconsole.log(typeof readFileSync, process.cwd());',
  '({ $schema: "https://vega.github.io/schema/vega-lite/v5.json", title: "A", description: "One.", data: {}, mark: "bar" })',
  'import { html } from "kernel-helpers";',
];

describe("the kernel's tarball, installed into an empty folder", { timeout: 600_000 }, () => {
  let installed = "";
  let session: Session;
  beforeAll(async () => {
    const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
    run(process.execPath, [compiler, "-b", PROJECTS[0] ?? ""], projectRoot);
    mkdirSync(notebooks);
    run(npm, ["pack", "--pack-destination", folder], join(projectRoot, "kernel"));
    const [tarball = ""] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
    writeFileSync(join(notebooks, "package.json"), '{ "private": true }\n');
    const quiet = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"];
    run(npm, ["install", ...quiet, join(folder, tarball)], notebooks);
    const program = join(notebooks, "node_modules/w2v-kernel/bin/w2v-kernel.mjs");
    installed = run(process.execPath, [program, "install", "--prefix", prefix], notebooks);
    writePackage("own-package", "exports.answer = 21;\n");
    session = await runSession(
      prefix,
      CELLS.map((code) => ({ code, stopOnError: false })),
      { cwd: notebooks },
    );
  }, 600_000);

  test("contains what the kernel needs and its licence, and no tests or sources of the course", () => {
    const packed = readdirSync(join(notebooks, "node_modules/w2v-kernel"), {
      recursive: true,
      encoding: "utf8",
    });
    expect(packed).toEqual(expect.arrayContaining(["README.md", join("types", "index.d.mts")]));
    expect(packed.filter((file) => /\.(test|case)\.ts$|browser|compare/.test(file))).toEqual([]);
    const licence = readFileSync(join(notebooks, "node_modules/w2v-kernel/LICENSE"), "utf8");
    expect(licence).toBe(readFileSync(join(projectRoot, "LICENSE"), "utf8"));
  });

  test("w2v-kernel installs its kernelspec, lists it, and uninstalls it", () => {
    const program = join(notebooks, "node_modules/w2v-kernel/bin/w2v-kernel.mjs");
    const at = join(prefix, "share/jupyter/kernels/w2v");
    expect(installed).toBe(`w2v: installed in ${at}\n`);
    const other = ["--prefix", join(folder, "other"), "--name", "mine"];
    run(process.execPath, [program, "install", ...other], notebooks);
    expect(run(process.execPath, [program, "list", ...other.slice(0, 2)], notebooks)).toMatch(
      /^ {2}works {3}mine\n.*\n +starts the kernel in this folder\n$/,
    );
    run(process.execPath, [program, "uninstall", ...other], notebooks);
    expect(run(process.execPath, [program, "list", ...other.slice(0, 2)], notebooks)).toMatch(
      /^no kernelspec/,
    );
    expect(() => run(process.execPath, [program, "list", "--name"], notebooks)).toThrow(
      "Cannot run w2v-kernel: --name needs a value\n\nUsage:",
    );
    expect(() => run(process.execPath, [program, "--foo"], notebooks)).toThrow("unknown option '--foo'\n");
    expect(() => run(process.execPath, [program, "remove"], notebooks)).toThrow(
      /one of install, list, uninstall/,
    );
  });

  test("finds the learner's packages from the notebook's folder, with their types", () => {
    const { cells } = session;
    expect(messagesOf(cells[0], "execute_result")[0]?.content.data).toEqual({ "text/plain": "42" });
    expect(cells[1]?.reply?.evalue).toBe("1:7 - Type 'number' is not assignable to type 'string'.");
    expect(printed(cells[3])).toBe(`function ${notebooks}\n`);
  });

  test("shows tracebacks with only the learner's code, and a chart without the course's picture", () => {
    const { cells } = session;
    expect(tracebackOf(cells[2])).toMatch(
      /^RangeError: too far\n {4}at fail \(cell \d+, line 2\)\n {4}at cell \d+, line 4$/,
    );
    expect(messagesOf(cells[4], "execute_result")[0]?.content.data).toMatchObject({
      "text/plain": "A: One.",
      "application/vnd.vegalite.v5+json": { mark: "bar" },
    });
    expect(cells[5]?.reply?.evalue).toMatch(/Cannot find module 'kernel-helpers'/);
  });
});
