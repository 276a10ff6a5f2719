import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";
import type { Arguments, Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const actions = ["setup", "status", "remove"];

/** `w2v gpu`: builds what the backends cuda and native need. */
export const gpuCommand: Command = {
  name: "gpu",
  summary: "the backends cuda and native: setup, status, remove",
  positionals: actions.join("|"),
  options: {
    cpu: { help: "TensorFlow without CUDA, whatever GPU there is" },
    cuda: { help: "TensorFlow with CUDA, though no driver was found" },
    "dry-run": { help: "only says what setup would do, as status does" },
  },
  notes: [
    "setup installs TensorFlow's wheel into build/tensorflow, compiles the addon of tfjs-node-gpu against it with g++,",
    "and loads it. It needs Linux on x86-64 and g++, no root, no CUDA toolkit. 1.3 GB on disk, with CUDA 6.2 GB.",
    "remove undoes all of it. See docs/gpu.md for more.",
  ],
  examples: ["w2v gpu status", "w2v gpu setup", "w2v gpu remove"],
  run: gpu,
};

/** Setup is plain Node, since it has to run before anything is built: it runs in another process. */
async function gpu({ positionals, options }: Arguments): Promise<number> {
  const [action = "", ...more] = positionals;
  if (positionals.length === 0) {
    throw new UsageError(`Cannot run w2v gpu: no action was given. Remedy: one of ${actions.join(", ")}`);
  }
  if (!actions.includes(action) || more.length > 0) {
    throw new UsageError(
      `Cannot run w2v gpu as its action must be one of ${actions.join(", ")}: current value is "${positionals.join(" ")}"`,
    );
  }
  if (options.cpu && options.cuda)
    throw new UsageError("Cannot run w2v gpu: --cpu and --cuda exclude each other. Remedy: give one of them");
  const words = Object.keys(options).map((name) => `--${name}`);
  const child = spawn(process.execPath, [join(projectRoot, "setup/gpu/main.mjs"), action, ...words], {
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
