// npm run attack -- [wire bursts depth …] [--seed 1] [--share 1] [--write] [--help]
import "../print/plain-errors.ts";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { table } from "../print/table.ts";
import { type AttackKind, type Outcome, runKind } from "./attack-kind.ts";
import { outcomeRows, reliabilityDocument } from "./document.ts";
import { KINDS } from "./kinds.ts";

const HELP = `npm run attack -- [KIND …] [--seed N] [--share X] [--write]
Attacks kernels, files, trainings, paths, the site's server and w2v start on this machine, and prints what they survived.
  KIND     ${Object.keys(KINDS).join(", ")}; without any, all
  --seed   what is drawn is drawn with it (default: 1)
  --share  how many of the attacks, from 0 to 1 (default: 1)
  --write  after a whole run: renews tools/attack/results.json and docs/reliability.md
Ends with 1 unless all were survived. Attacks that this machine cannot make are listed, and not counted as tried.`;

const { values, positionals } = options();
if (values.help) {
  console.log(HELP);
  process.exit();
}
const names = positionals.length === 0 ? Object.keys(KINDS) : positionals;
for (const name of names)
  if (!KINDS[name]) refuse(`the attacks "${name}": they must be of ${Object.keys(KINDS).join(", ")}`);
const share = Number(values.share);
if (!(share > 0 && share <= 1)) refuse(`--share ${values.share}: it must be a number above 0 and at most 1`);
const seed = Number(values.seed);
if (values.seed.trim() === "" || !Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32)
  refuse(`--seed ${values.seed}: it must be a whole number from 0 to ${2 ** 32 - 1}`);
if (values.write && (positionals.length > 0 || share < 1))
  refuse("--write: only a whole run is shown. Remedy: npm run attack -- --write");

const began = performance.now();
const outcomes: Record<string, Outcome> = {};
for (const name of names) outcomes[name] = await attack(KINDS[name] as AttackKind);

const rows = outcomeRows(KINDS, outcomes);
console.log(`\n${table(["attacks", "what must hold", "tried", "survived"], rows).join("\n")}\n`);
const all = Object.values(outcomes);
for (const failure of all.flatMap(({ failures }) => failures)) console.log(failure);
for (const reason of all.flatMap(({ skipped }) => skipped)) console.log(`not tried: ${reason}`);
if (values.write) write();
process.exitCode = all.some(({ failures }) => failures.length > 0) ? 1 : 0;

async function attack(kind: AttackKind): Promise<Outcome> {
  const attacks = kind.attacks(share, seededRandom(seed));
  const start = performance.now();
  let told = start;
  return runKind(kind, attacks, (done) => {
    const now = performance.now();
    if (now - told < 2000 && done < attacks.length) return;
    told = now;
    const seconds = (now - start) / 1000;
    const left = (seconds / done) * (attacks.length - done);
    console.error(
      `${kind.name}: ${done} of ${attacks.length}, ${Math.round(seconds)} s, about ${Math.round(left)} s left`,
    );
  });
}

function write(): void {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  const minutes = Math.round((performance.now() - began) / 60_000);
  const machine = `${process.platform}, ${availableParallelism()} cores, Node ${process.versions.node}`;
  const run = `${new Date().toISOString().slice(0, 10)}, commit ${commit.trim()}, ${machine}, ${minutes} minutes`;
  const results = { run, seed, outcomes };
  const folder = join(projectRoot, "tools/attack");
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(join(projectRoot, "docs/reliability.md"), reliabilityDocument(KINDS, results));
  console.log("tools/attack/results.json, docs/reliability.md: written");
}

function options(): {
  values: { seed: string; share: string; write: boolean; help: boolean };
  positionals: string[];
} {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: "string", default: "1" },
        share: { type: "string", default: "1" },
        write: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch {
    return refuse(`${process.argv.slice(2).join(" ")}: there is no such option\n\n${HELP}`);
  }
}

function refuse(what: string): never {
  console.error(`Cannot use ${what}`);
  process.exit(2);
}
