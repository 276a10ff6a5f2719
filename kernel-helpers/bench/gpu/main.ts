// Tries the backends of TensorFlow.js on this machine and measures them, for whoever has a GPU:
//   npm run bench:gpu -- --help
// Each part runs in a process of its own, and the results are written after each, so a crash of one loses no other.
import "../../../tools/print/plain-errors.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BackendName } from "kernel-helpers";
import { findDriver } from "../../../setup/gpu/driver.mjs";
import { tensorflowEnvironment } from "../../../setup/gpu/tensorflow-environment.mjs";
import { projectRoot, tensorflowFolder } from "../../../setup/paths.mjs";
import { machineLine, thisMachine } from "../../src/cli/machine.ts";
import { contract } from "./contract.ts";
import { HELP, type Options, type PartName, readOptions } from "./options.ts";
import type { BackendResults, OpenResult, Outcome } from "./outcome.ts";
import { pack } from "./pack.ts";
import { endPart, runPart } from "./part-process.ts";
import { resultsPage } from "./report.ts";
import { deviceOf, type GpuResults } from "./results.ts";
import { foundLine, saidOf } from "./said.ts";

if (process.argv.includes("--help")) {
  console.log(HELP);
  process.exit();
}
const options = readOptions(process.argv.slice(2));
if (options.pack !== undefined) {
  console.log(pack(resolve(options.pack), options));
  process.exit();
}
let stopped = false;
process.on("SIGINT", () => {
  stopped = true;
  endPart();
});
Object.assign(process.env, tensorflowEnvironment(tensorflowFolder(projectRoot))); // the parts inherit it
const results = await measureAll(options);
console.log(`\n${resultsPage(results)}`);
if (options.write && !stopped) {
  const name = deviceOf(results)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  writeBoth(join(projectRoot, "kernel-helpers/bench/results"), `gpu-${name}`, results);
}
if (stopped) console.log("stopped: what was measured before is written");
process.exitCode = stopped ? 130 : 0;

async function measureAll({ backends, parts, quick, patience, into }: Options): Promise<GpuResults> {
  const found = new Map<BackendName, BackendResults>();
  const machine = `${machineLine(thisMachine())}, Node ${process.versions.node}`;
  const driver = findDriver();
  const all = (): GpuResults => ({
    ...{ date: new Date().toISOString().slice(0, 10), quick, machine, driver },
    backends: Object.fromEntries(found),
  });
  console.log(`${machine}\nNVIDIA driver: ${driver.version ?? driver.note}`);
  for (const backend of backends) {
    for (const part of partsFor(parts)) {
      if (stopped) return all();
      const before = found.get(backend) ?? {};
      if (before.open?.ok === false) break;
      const amount = { quick: quick || isSoftware(before) };
      console.log(
        `${backend}, ${part} …${amount.quick && !quick ? " (a slice: a GPU is only emulated)" : ""}`,
      );
      const outcome = await measured(part, backend, amount, 1000 * patience);
      console.log(`  ${saidOf(outcome)}`);
      found.set(backend, { ...before, [part]: outcome });
      writeBoth(resolve(into), "results", all());
    }
  }
  return all();
}

/** Opening comes first, since nothing else can be measured where it fails. */
function partsFor(parts: readonly PartName[]): PartName[] {
  return ["open", ...parts.filter((part) => part !== "open")];
}

async function measured(
  part: PartName,
  backend: BackendName,
  amount: { readonly quick: boolean },
  patience: number,
): Promise<Outcome<unknown>> {
  if (part === "contract") {
    const start = performance.now();
    const seconds = (): number => (performance.now() - start) / 1000;
    try {
      return { ok: true, value: contract(backend, amount, patience), seconds: seconds() };
    } catch (error) {
      return { ok: false, why: (error as Error).message, seconds: seconds() };
    }
  }
  const onFinding = (finding: object): void => console.log(`  ${foundLine(finding)}`);
  const outcome = await runPart({ part, backend, amount, patience, onFinding });
  const isList = part === "agreement" || part === "steps" || part === "corpus";
  return isList ? outcome : ({ ...outcome, value: outcome.value?.[0] } as Outcome<unknown>);
}

function isSoftware({ open }: BackendResults): boolean {
  return (open?.value as OpenResult | undefined)?.software === true;
}

function writeBoth(folder: string, name: string, found: GpuResults): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(found, null, 1)}\n`);
  writeFileSync(join(folder, `${name}.md`), resultsPage(found));
}
