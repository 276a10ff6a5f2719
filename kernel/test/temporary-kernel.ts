import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { installKernelSpec } from "../install/kernelspec.mjs";

/** Installs our kernel into a folder outside the project, until the tests of the file are done; returns that prefix. */
export function temporaryKernel(options?: Parameters<typeof installKernelSpec>[1]): string {
  const prefix = mkdtempSync(join(tmpdir(), "w2v-kernel-"));
  installKernelSpec(prefix, options);
  afterAll(() => rmSync(prefix, { recursive: true, force: true }));
  return prefix;
}

/** The environment in which Jupyter finds the kernels under `prefix`. */
export function kernelEnvironment(prefix: string): NodeJS.ProcessEnv {
  return { ...process.env, JUPYTER_PATH: join(prefix, "share", "jupyter") };
}
