// npm run attack -- [wire bursts depth values globals interrupts] [--seed 1] [--share 1]
// Attacks a kernel on this machine and prints what it survived; ends with 1 unless it survived all.
import "../print/plain-errors.ts";
import { parseArgs } from "node:util";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { table } from "../print/table.ts";
import { type Outcome, runSlice, type Slice } from "./slice.ts";
import { SLICES } from "./slices.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: "1" }, share: { type: "string", default: "1" } },
});
const slices = positionals.length === 0 ? Object.values(SLICES) : positionals.map(named);
const share = inRange("--share", values.share, { above: 0, to: 1 });
const seed = inRange("--seed", values.seed, { above: -1, to: 2 ** 32 - 1 });

const outcomes: Outcome[] = [];
for (const slice of slices) outcomes.push(await attack(slice));

const rows = outcomes.map(({ slice, tried, failures }) => [
  slice.name,
  String(tried),
  String(tried - failures.length),
  slice.holds,
]);
console.log(`\n${table(["attacks", "tried", "survived", "what must hold"], rows).join("\n")}\n`);
for (const failure of outcomes.flatMap(({ failures }) => failures)) console.log(failure);
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
