import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  belongsTo,
  KERNEL_NAME,
  kernelProblem,
  pathKernels,
  prefixKernels,
  readKernel,
  readKernels,
  userKernels,
} from "w2v-kernel";
import { type Finding, fine, wrong } from "./finding.ts";

/**
 * Checks that the Jupyter of `.venv` finds the kernel `w2v`, that the kernel belongs to this clone, and that it starts.
 */
export async function inspectKernelspec(root: string): Promise<Finding> {
  const name = "Jupyter kernel";
  const kernel = readKernel(join(prefixKernels(join(root, ".venv")), KERNEL_NAME));
  if (!kernel) return wrong(name, `the kernelspec ${KERNEL_NAME} is not installed`);
  if (belongsTo(kernel, join(root, "kernel/node/launch.cjs")) === "another") {
    return wrong(name, `${KERNEL_NAME} belongs to another clone: ${kernel.owner}`);
  }
  const problem = await kernelProblem(kernel);
  if (problem !== undefined) return wrong(name, `${KERNEL_NAME} ${problem}`);
  return fine(name, `${KERNEL_NAME}, of this clone`);
}

/** The course's kernelspecs outside `.venv`, written by `w2v kernel install` of this clone or another. */
export async function inspectOtherKernels(
  places: readonly string[] = [userKernels(), ...pathKernels()],
): Promise<Finding[]> {
  const kernels = [...new Set(places)].flatMap(readKernels);
  return Promise.all(
    kernels.map(async (kernel) => {
      const name = `kernel ${kernel.name}`;
      const problem = await kernelProblem(kernel);
      if (problem === undefined) return fine(name, `in ${kernel.folder}, of ${kernel.owner}`);
      const again = "w2v kernel install again in the clone that the kernel should belong to";
      return wrong(name, `${kernel.folder} ${problem}`, `delete that folder, or run ${again}`);
    }),
  );
}

/**
 * tslab's own zeromq has a compiled file for each platform. A wrong one may crash the process, so another one loads it.
 */
const LOAD =
  'require("node:module").createRequire(require.resolve("tslab/dist/main.js"))("zeromq"); process.exit(0);';

/** Checks that the kernel's sockets work: zeromq is compiled code, one file for each platform. */
export async function inspectZeromq(root: string): Promise<Finding> {
  const name = "zeromq";
  if (!existsSync(join(root, "node_modules/tslab"))) return wrong(name, "tslab is not installed");
  try {
    await promisify(execFile)(process.execPath, ["-e", LOAD], { cwd: root });
    return fine(name, "its compiled part loads");
  } catch (error) {
    const { stderr = "", signal } = error as { readonly stderr?: string; readonly signal?: string };
    const reason = /^\w*Error: (.*)$/m.exec(stderr)?.[1] ?? `the process ended with ${signal ?? "an error"}`;
    return wrong(
      name,
      `its compiled part for ${process.platform} ${process.arch} does not load: ${reason}`,
      "npm ci (brings its compiled files back), or, on a platform without a compiled file: " +
        "npm rebuild zeromq --ignore-scripts=false (needs CMake, ninja and a C++ compiler)",
    );
  }
}
