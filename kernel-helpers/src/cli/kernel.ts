import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { KERNEL_NAME, writeKernelSpec } from "../../kernel/node/kernelspec.mjs";
import { textOption } from "./arguments.ts";
import type { Arguments, Command } from "./command.ts";
import { twoColumns } from "./help.ts";
import { belongsTo, type InstalledKernel, kernelProblem, readKernels } from "./installed-kernel.ts";
import { pathKernels, prefixKernels, pythonPrefix, userKernels } from "./kernel-places.ts";
import { projectRoot } from "./project.ts";
import { requireOwnKernel } from "./require-own-kernel.ts";
import { UsageError } from "./usage-error.ts";

/** `w2v kernel`: the kernel in a Jupyter other than the one in .venv. */
export const kernelCommand: Command = {
  name: "kernel",
  summary: "the kernel in a Jupyter of your own: install, list, uninstall",
  positionals: "install|list|uninstall",
  options: {
    user: { help: "for all that this user starts, where `jupyter --data-dir` says (default)" },
    "sys-prefix": { help: "for the environment of the Python in PATH" },
    python: { value: "FILE", help: "with --sys-prefix: for the environment of this Python" },
    prefix: { value: "DIR", help: "for the environment in DIR" },
    name: { value: "NAME", help: `what Jupyter calls it (default: ${KERNEL_NAME})` },
    force: { help: "also replaces or removes the kernelspec of another clone" },
  },
  notes: [
    "The course needs none of this: npm run setup installs the kernel in .venv. The kernelspec names this folder",
    "and this Node: after moving one of them, install again. Several clones can stand side by side by --name.",
    "A notebook in any folder can use the kernel; import of kernel-helpers works in folders below this one.",
  ],
  examples: [
    "w2v kernel install",
    "w2v kernel install --sys-prefix --python ~/env/bin/python --name w2v-2",
    "w2v kernel list",
  ],
  run: kernel,
};

type Action = (given: Arguments) => number | Promise<number>;
const actions: Readonly<Record<string, Action>> = { install, list, uninstall };

async function kernel(given: Arguments): Promise<number> {
  const [name = "", ...more] = given.positionals;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined || more.length > 0) {
    throw new UsageError(
      `Cannot run w2v kernel as one of ${Object.keys(actions).join(", ")} must follow: current value is "${given.positionals.join(" ")}"`,
    );
  }
  return action(given);
}

function install(given: Arguments): number {
  const folder = join(wantedKernels(given) ?? userKernels(), wantedName(given));
  if (!given.options.force) requireOwnKernel("install", folder);
  const changed = writeKernelSpec(folder, { name: wantedName(given) });
  console.log(`${wantedName(given)}: ${changed ? "installed" : "unchanged"} in ${folder}`);
  return 0;
}

function uninstall(given: Arguments): number {
  const folder = join(wantedKernels(given) ?? userKernels(), wantedName(given));
  if (!existsSync(join(folder, "kernel.json"))) {
    throw new Error(
      `Cannot uninstall ${wantedName(given)} as there must be such a kernelspec: there is none in ${folder}. ` +
        "Remedy: w2v kernel list shows those that there are",
    );
  }
  if (!given.options.force) requireOwnKernel("uninstall", folder);
  rmSync(folder, { recursive: true });
  console.log(`${wantedName(given)}: removed from ${folder}`);
  return 0;
}

async function list(given: Arguments): Promise<number> {
  const chosen = wantedKernels(given);
  const places = new Set(chosen === undefined ? everyPlace() : [chosen]);
  const kernels = [...places].flatMap(readKernels);
  const rows = await Promise.all(kernels.map(rowsOf));
  console.log(
    rows.length > 0
      ? twoColumns(rows.flat()).join("\n")
      : `There is no kernelspec of ours in ${[...places].join(", ")}`,
  );
  return 0;
}

async function rowsOf(kernel: InstalledKernel): Promise<[string, string][]> {
  const problem = await kernelProblem(kernel);
  return [
    [`${problem === undefined ? "works " : "BROKEN"}  ${kernel.name}`, kernel.folder],
    ["", belongsTo(kernel) === "this" ? "this clone" : `the clone in ${kernel.clone}`],
    ...(problem === undefined ? [] : ([["", problem]] as [string, string][])),
  ];
}

/** Where a Jupyter that is started here may look. */
function everyPlace(): string[] {
  const places = [prefixKernels(join(projectRoot, ".venv")), ...pathKernels(), userKernels()];
  try {
    places.push(prefixKernels(pythonPrefix()));
  } catch {
    // no Python in PATH, so no kernelspecs of its own
  }
  return process.platform === "win32" ? places : [...places, ...["/usr/local", "/usr"].map(prefixKernels)];
}

/** The folder of kernelspecs that the options name; undefined when they name none. */
function wantedKernels(given: Arguments): string | undefined {
  const { user, "sys-prefix": sysPrefix } = given.options;
  const prefix = textOption(given, "prefix");
  const python = textOption(given, "python");
  const chosen = [user, sysPrefix, prefix].filter((option) => option !== undefined);
  if (chosen.length > 1 || (python !== undefined && !sysPrefix)) {
    throw new UsageError(
      "Cannot choose a place as only one of --user, --sys-prefix and --prefix may be given, and --python with --sys-prefix",
    );
  }
  if (user) return userKernels();
  if (sysPrefix) return prefixKernels(pythonPrefix(python));
  return prefix === undefined ? undefined : prefixKernels(resolve(prefix));
}

function wantedName(given: Arguments): string {
  const name = textOption(given, "name") ?? KERNEL_NAME;
  if (/^[a-z0-9._-]+$/.test(name) && /[a-z0-9]/.test(name)) return name;
  throw new UsageError(
    `Cannot call a kernel "${name}" as its name must be of lower-case letters, digits, ".", "_" and "-"`,
  );
}
