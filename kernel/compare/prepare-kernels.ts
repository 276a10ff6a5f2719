import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentProgram } from "../../setup/paths.mjs";
import { writeKernelSpec } from "../install/kernelspec.mjs";

/** The version of Deno to compare; its kernel is part of it. */
const DENO = "2.9.6";

/** The folders of the comparison, and the programs that it starts. */
export interface Bench {
  /** The folder where notebooks and cells run: inside the project, so that they find its packages. */
  readonly folder: string;
  readonly scratch: string;
  readonly log: string;
  /** The value of JUPYTER_PATH with which the four kernelspecs are found. */
  readonly jupyterPath: string;
  readonly programs: { readonly node: string; readonly deno: string; readonly python: string };
}

/** Installs Deno below build/, has each kernel install its own kernelspec there, and makes the files that cells import. */
export function prepareKernels(root: string): Bench {
  const base = join(root, "build/compare-kernels");
  const python = environmentProgram(root, "python");
  const programs = { node: process.execPath, deno: installDeno(join(base, "deno")), python };
  rmSync(join(base, "prefix"), { recursive: true, force: true });
  installSpecs(root, join(base, "prefix"), programs);
  const folder = join(base, "work");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, "fixture"), folder, { recursive: true });
  makePackages(folder);
  mkdirSync(join(base, "scratch"), { recursive: true });
  const jupyterPath = join(base, "prefix/share/jupyter");
  return { folder, scratch: join(base, "scratch"), log: join(base, "kernels.log"), jupyterPath, programs };
}

function installDeno(folder: string): string {
  const program = join(folder, "node_modules/deno/bin.cjs");
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    execFileSync(npm, ["install", "--no-audit", "--no-fund", `deno@${DENO}`], {
      cwd: folder,
      stdio: "ignore",
    });
    execFileSync(process.execPath, [program, "--version"], { stdio: "ignore" }); // unpacks the binary
  }
  const binary = join(folder, "node_modules/deno", process.platform === "win32" ? "deno.exe" : "deno");
  return existsSync(binary) ? binary : program;
}

function installSpecs(root: string, prefix: string, { node, deno, python }: Bench["programs"]): void {
  const kernels = join(prefix, "share/jupyter/kernels");
  mkdirSync(kernels, { recursive: true });
  writeKernelSpec(join(kernels, "w2v"));
  const tslab = join(root, "node_modules/tslab/bin/tslab");
  run(node, [tslab, "install", "--python", python, "--binary", tslab, "--prefix", prefix]);
  run(python, ["-m", "ipykernel", "install", "--prefix", prefix, "--name", "ipykernel"]);
  run(deno, ["jupyter", "--install"], { XDG_DATA_HOME: join(prefix, "share"), HOME: prefix });
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  execFileSync(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] });
}

/** Packages as npm would install them: one with only `exports` and types, and one with a top-level await. */
function makePackages(folder: string): void {
  const packages = {
    "only-exports": ["export declare function count(): number;", "export function count() {\n  return 1;\n}"],
    "awaits-at-top": [
      "export declare const value: number;",
      "export const value = await Promise.resolve(42);",
    ],
  };
  for (const [name, [types, code]] of Object.entries(packages)) {
    const place = join(folder, "node_modules", name);
    mkdirSync(join(place, "lib"), { recursive: true });
    const entry = { types: "./lib/types.d.ts", default: "./lib/code.js" };
    const main = name === "only-exports" ? {} : { main: entry.default, types: entry.types };
    const content = { name, version: "1.0.0", type: "module", ...main, exports: { ".": entry } };
    writeFileSync(join(place, "package.json"), JSON.stringify(content));
    writeFileSync(join(place, "lib/types.d.ts"), `${types}\n`);
    writeFileSync(join(place, "lib/code.js"), `${code}\n`);
  }
}
