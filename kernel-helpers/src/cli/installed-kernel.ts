import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { LAUNCHER } from "../../kernel/node/kernelspec.mjs";
import { inspectNode } from "./inspect-packages.ts";

/** A kernelspec of ours, of whatever clone. */
export interface InstalledKernel {
  /** What Jupyter calls it. */
  readonly name: string;
  /** Where kernel.json is. */
  readonly folder: string;
  /** The program that runs it. */
  readonly node: string;
  /** The launch.cjs that it starts. */
  readonly launcher: string;
  /** The folder of the clone that it starts. */
  readonly clone: string;
}

const CLONE = /^(.*)[\\/]kernel-helpers[\\/]kernel[\\/]node[\\/]launch\.cjs$/s;

/** The kernelspec in `folder`; undefined where there is none, or one of another kernel. */
export function readKernel(folder: string): InstalledKernel | undefined {
  const words = readArgv(join(folder, "kernel.json"));
  for (const launcher of words) {
    const clone = CLONE.exec(launcher)?.[1];
    if (clone !== undefined) return { name: basename(folder), folder, node: words[0] ?? "", launcher, clone };
  }
  return undefined;
}

/** Our kernelspecs in a folder of kernelspecs, which need not exist. */
export function readKernels(kernels: string): InstalledKernel[] {
  if (!existsSync(kernels)) return [];
  return readdirSync(kernels)
    .sort()
    .map((name) => readKernel(join(kernels, name)))
    .filter((kernel) => kernel !== undefined);
}

function readArgv(file: string): readonly string[] {
  try {
    const { argv } = JSON.parse(readFileSync(file, "utf8")) as { readonly argv?: unknown };
    return Array.isArray(argv) ? argv.map(String) : [];
  } catch {
    return [];
  }
}

/** Which launcher there is: that of this clone, of another one, or none. */
export function belongsTo(kernel: InstalledKernel, launcher: string = LAUNCHER): "this" | "another" | "none" {
  if (!existsSync(kernel.launcher)) return "none";
  return realpathSync(kernel.launcher) === realpathSync(launcher) ? "this" : "another";
}

/** Why the kernel would not start; undefined when it would. */
export async function kernelProblem({ launcher, node }: InstalledKernel): Promise<string | undefined> {
  if (!existsSync(launcher)) return `starts ${launcher}, which is not there: the clone was moved`;
  try {
    const { stdout } = await promisify(execFile)(node, ["--version"]);
    const { ok, found } = inspectNode(stdout.trim().replace(/^v/, ""));
    return ok ? undefined : `runs in Node ${found}`;
  } catch {
    return `runs in ${node}, which is not there or does not run`;
  }
}
