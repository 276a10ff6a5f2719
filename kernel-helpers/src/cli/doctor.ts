import { projectRoot } from "../../../setup/paths.mjs";
import { backendLines } from "./backend-table.ts";
import type { Arguments, Command } from "./command.ts";
import { examineBackends } from "./examine-backends.ts";
import type { Finding } from "./finding.ts";
import { indentedColumns } from "./indented-columns.ts";
import { inspectDatasets } from "./inspect-datasets.ts";
import { inspectKernelspec, inspectOtherKernels, inspectZeromq } from "./inspect-kernels.ts";
import { inspectBuild, inspectNode, inspectPackages } from "./inspect-packages.ts";
import { inspectPython } from "./inspect-python.ts";
import { machineLine, thisMachine } from "./machine.ts";
import { UsageError } from "./usage-error.ts";

/** `w2v doctor`: checks this machine and says how to fix what does not work. */
export const doctorCommand: Command = {
  name: "doctor",
  summary: "what works on this machine, and how to fix the rest",
  positionals: "",
  options: {
    quick: { help: "skips measuring the backends" },
    json: { help: "prints JSON instead, for a program or a bug report" },
  },
  notes: [
    "The exit code is 1 when something that the course needs is wrong. No GPU is needed: wasm always works.",
  ],
  examples: ["w2v doctor", "w2v doctor --quick", "w2v doctor --json > report.json"],
  run: examine,
};

/** For each backend: opening and measuring five of them takes less than ten seconds on two cores without a GPU. */
const MEASURED_SECONDS = 1;

async function examine({ positionals, options }: Arguments): Promise<number> {
  if (positionals.length > 0)
    throw new UsageError(`Cannot run w2v doctor with "${positionals[0]}": it takes no arguments`);
  const say = options.json ? (): void => {} : console.log;
  const findings = await inspect(projectRoot);
  const machine = thisMachine();
  say([...findingLines(findings), "", machineLine(machine), ""].join("\n"));
  const backends = await examineBackends({ seconds: options.quick ? 0 : MEASURED_SECONDS });
  const ok = findings.every((finding) => finding.ok) && backends.some(({ usable }) => usable);
  say([...backendLines(backends), "", verdict(ok)].join("\n"));
  if (options.json) console.log(JSON.stringify({ ok, findings, backends, machine }, null, 2));
  return ok ? 0 : 1;
}

/** Checks everything in `root` that the course needs. */
async function inspect(root: string): Promise<Finding[]> {
  return [
    inspectNode(),
    inspectPackages(root),
    await inspectPython(root),
    await inspectKernelspec(root),
    ...(await inspectOtherKernels()),
    await inspectZeromq(root),
    await inspectBuild(root),
    ...(await inspectDatasets(root)),
  ];
}

/** A line for each finding, and below each problem a line with its remedy. */
export function findingLines(findings: readonly Finding[]): string[] {
  return indentedColumns(
    findings.flatMap(({ name, ok, found, fix }): [string, string][] => [
      [`${ok ? "ok   " : "WRONG"}  ${name}`, found],
      ...(ok ? [] : ([["", `fix: ${fix}`]] as [string, string][])),
    ]),
  );
}

function verdict(ok: boolean): string {
  return ok
    ? "Everything that the course needs is here."
    : "Something that the course needs is wrong: see the fix lines above.";
}
