// npm run attack -- [wire bursts depth values globals interrupts page files kills paths server start]
//   [--seed 1] [--share 1] [--write]
// Attacks a kernel, files, trainings, paths, the site's server and w2v start on this machine and prints what it survived;
// ends with 1 unless it survived all. Attacks that this machine cannot make are listed, and not counted as tried.
// With --write, which needs a whole run, docs/reliability.md shows the outcome.
import "../print/plain-errors.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { table } from "../print/table.ts";
import { outcomeRows, reliabilityDocument } from "./document.ts";
import { type Outcome, runSlice, type Slice } from "./slice.ts";
import { SLICES } from "./slices.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    share: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
});
const slices = positionals.length === 0 ? Object.values(SLICES) : positionals.map(named);
const share = inRange("--share", values.share, { above: 0, to: 1 });
const seed = inRange("--seed", values.seed, { above: -1, to: 2 ** 32 - 1 });

if (values.write && (positionals.length > 0 || share < 1)) {
  console.error(
    "Cannot write docs/reliability.md: only a whole run shows it. Remedy: name no attacks and no share",
  );
  process.exit(2);
}

const outcomes: Outcome[] = [];
for (const slice of slices) outcomes.push(await attack(slice));

const rows = outcomeRows(outcomes);
console.log(`\n${table(["attacks", "what must hold", "tried", "survived"], rows).join("\n")}\n`);
for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(failure);
for (const reason of outcomes.flatMap(({ skipped }) => skipped)) console.log(`not tried: ${reason}`);
if (values.write) {
  writeFileSync(join(projectRoot, "docs/reliability.md"), reliabilityDocument(outcomes, seed));
  console.log("docs/reliability.md: written");
}
process.exitCode = outcomes.some(({ failures }) => failures.length > 0) ? 1 : 0;

async function attack(slice: Slice): Promise<Outcome> {
  const attacks = slice.attacks(share, seededRandom(seed));
  const start = performance.now();
  let told = start;
  return runSlice(slice, attacks, (done) => {
    const now = performance.now();
    if (now - told < 2000 && done < attacks.length) return;
    told = now;
    const seconds = (now - start) / 1000;
    const left = (seconds / done) * (attacks.length - done);
    console.error(
      `${slice.name}: ${done} of ${attacks.length}, ${Math.round(seconds)} s, about ${Math.round(left)} s left`,
    );
  });
}

function named(name: string): Slice {
  const slice = SLICES[name];
  if (slice) return slice;
  console.error(`Cannot run the attacks "${name}": it must be one of ${Object.keys(SLICES).join(", ")}`);
  process.exit(2);
}

function inRange(option: string, text: string, { above, to }: { above: number; to: number }): number {
  const value = Number(text);
  if (text.trim() !== "" && value > above && value <= to) return value;
  console.error(`Cannot use ${option} ${text}: it must be a number above ${above} and at most ${to}`);
  process.exit(2);
}
