// Runs the same scenarios in our kernel, plain tslab, Deno's kernel and ipykernel, and writes docs/kernel.md:
//   npm run compare-kernels                  all of them, half an hour; Ctrl-C stops and writes nothing
//   npm run compare-kernels -- --only await  only those whose description contains "await"; prints the results
//   … -- --only await --keep                 also replaces these results of the last run
//   npm run compare-kernels -- --speed       measures only time and memory again
//   npm run compare-kernels -- --behaviours  runs only the behaviours again; time and memory stay those of the last run
//   npm run compare-kernels -- --page        writes the page again from the last run
// Needs npm run setup -- --dev. Deno is installed below build/.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../setup/paths.mjs";
import { kernelPage } from "./kernel-page.ts";
import type { BehaviourRow, KernelResults } from "./kernel-results.ts";
import { type Bench, prepareKernels } from "./prepare-kernels.ts";

const recorded = join(projectRoot, "kernel/compare/results.json");
const page = join(projectRoot, "docs/kernel.md");
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    keep: { type: "boolean", default: false },
    speed: { type: "boolean", default: false },
    behaviours: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
  },
});

if (!values.page) await compare();
if (values.only === "" || values.keep) writePage();

async function compare(): Promise<void> {
  const now = new Date().toISOString();
  console.error("preparing: Deno, nbgrader, kernelspecs …");
  installNbgrader();
  const bench = prepareKernels(projectRoot);
  const kernels = titles(bench);
  const job = join(bench.scratch, "job.json");
  const out = join(bench.scratch, "result.json");
  const costs = values.only === "" && !values.behaviours;
  const parts = [...(values.speed ? [] : ["behaviours"]), ...(costs ? ["speed"] : [])];
  writeFileSync(job, JSON.stringify({ ...bench, root: projectRoot, kernels, only: values.only, parts, out }));
  const status = await runDriver(bench, job);
  if (status !== 0) process.exit(status);
  if (values.only !== "" && !values.keep) return;
  const result = JSON.parse(readFileSync(out, "utf8")) as Partial<KernelResults>;
  const about = { machine: machine(), versions: versions(bench), kernels };
  const results =
    values.only !== ""
      ? { ...lastRun(), behaviours: replaced(lastRun().behaviours, result.behaviours ?? []) }
      : {
          ...lastRun(),
          ...about,
          ...(values.speed ? {} : { measured: now }),
          ...(costs ? { speedMeasured: now } : {}),
          ...result,
        };
  writeFileSync(recorded, `${JSON.stringify(results, null, 1)}\n`);
}

/** The rows with those of a later run in their places, and its new ones at the end. */
function replaced(rows: readonly BehaviourRow[], later: readonly BehaviourRow[]): readonly BehaviourRow[] {
  const known = new Set(rows.map(({ behaviour }) => behaviour));
  return [
    ...rows.map((row) => later.find(({ behaviour }) => behaviour === row.behaviour) ?? row),
    ...later.filter(({ behaviour }) => !known.has(behaviour)),
  ];
}

function runDriver({ jupyterPath, programs }: Bench, job: string): Promise<number> {
  const env = { ...process.env, JUPYTER_PATH: jupyterPath, PYTHONDONTWRITEBYTECODE: "1" };
  process.on("SIGINT", () => {}); // the driver gets it too, and ends its kernels
  const driver = spawn(programs.python, [join(import.meta.dirname, "compare.py"), job], {
    env,
    stdio: "inherit",
  });
  return new Promise((resolve, reject) =>
    driver.on("error", reject).on("close", (code) => resolve(code ?? 1)),
  );
}

/** Installs nbgrader with the function that its test uses. */
function installNbgrader(): void {
  const script = 'import("./tools/interop/nbgrader-course.ts").then((module) => module.installNbgrader())';
  execFileSync(process.execPath, ["--import", "tsx", "-e", script], { cwd: projectRoot, stdio: "inherit" });
}

function titles({ programs }: Bench): KernelResults["kernels"] {
  const { version } = createRequire(import.meta.url)("tslab/package.json") as { version: string };
  const deno = said(programs.deno, ["--version"]).split(/\s/)[1];
  return [
    { name: "w2v", title: "word2vec-lab" },
    { name: "tslab", title: `tslab ${version}` },
    { name: "deno", title: `Deno ${deno}` },
    { name: "ipykernel", title: `ipykernel ${versionOf(programs.python, "ipykernel")}` },
  ];
}

function versions({ programs: { python } }: Bench): string {
  const names = ["jupyter_client", "nbconvert", "papermill"];
  const packages = names.map((name) => `${name} ${versionOf(python, name)}`);
  return [`Node ${process.versions.node}`, said(python, ["--version"]), ...packages].join(", ");
}

function versionOf(python: string, name: string): string {
  return said(python, ["-c", `from importlib.metadata import version; print(version("${name}"))`]);
}

function said(program: string, args: readonly string[]): string {
  return execFileSync(program, args, { encoding: "utf8" }).trim();
}

function machine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processor?.model.trim() ?? "an unknown processor"}, ${cpus().length} cores, ${memory} GB, ${process.platform}`;
}

function lastRun(): KernelResults {
  return JSON.parse(readFileSync(recorded, "utf8")) as KernelResults;
}

function writePage(): void {
  writeFileSync(page, kernelPage(lastRun()));
  console.error("wrote docs/kernel.md");
}
