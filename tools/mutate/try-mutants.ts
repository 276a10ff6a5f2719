import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireInteger, seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { draw } from "./draw.ts";
import { type Mutation, mutated, mutationsOf } from "./mutations.ts";
import { type Part, sourcesOf } from "./parts.ts";
import { runTests } from "./run-tests.ts";
import { shortened } from "./shortened.ts";

/** A mutation in its file. */
export interface Mutant extends Mutation {
  /** From the project's folder. */
  readonly file: string;
}

/** What became of the mutants of a part. */
export interface Verdicts {
  readonly killed: number;
  readonly survivors: readonly Mutant[];
}

/** What chooses the mutants, and hears of each. */
export interface TrialOptions {
  readonly count: number;
  readonly seed: number;
  /** Called with each verdict as it is known. */
  readonly say: (line: string) => void;
}

/** Tries some mutants of a part, one at a time, in the project's copy. Throws Error when its tests fail unmutated. */
export async function tryMutants(
  copy: string,
  part: Part,
  { count, seed, say }: TrialOptions,
): Promise<Verdicts> {
  requireInteger("Cannot try mutants", { count }, 1);
  const mutants = draw(mutantsOf(copy, part.folder), count, seededRandom(seed));
  const start = performance.now();
  const { passed, said } = await runTests(copy, part, 600_000);
  if (!passed) {
    throw new Error(`Cannot try mutants of ${part.name}: its tests fail without mutants:\n${said.trim()}`);
  }
  const limit = 2 * (performance.now() - start) + 10_000;
  const survivors: Mutant[] = [];
  for (const [at, mutant] of mutants.entries()) {
    const survived = await survives(copy, part, mutant, limit);
    if (survived) survivors.push(mutant);
    say(`${at + 1}/${mutants.length} ${survived ? "SURVIVED" : "killed  "} ${describeMutant(mutant)}`);
  }
  return { killed: mutants.length - survivors.length, survivors };
}

/** Where a mutant is and what it does, in one line: `file:line:column  was → now`. */
export function describeMutant({ file, line, column, was, now }: Mutant): string {
  return `${file}:${line}:${column}  ${shortened(was)} → ${shortened(now)}`;
}

function mutantsOf(copy: string, folder: string): Mutant[] {
  return sourcesOf(copy, folder).flatMap((file) =>
    mutationsOf(file, readFileSync(join(copy, file), "utf8")).map((mutation) => ({ file, ...mutation })),
  );
}

async function survives(copy: string, part: Part, mutant: Mutant, limit: number): Promise<boolean> {
  const path = join(copy, mutant.file);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, mutated(text, mutant));
  try {
    return (await runTests(copy, part, limit)).passed;
  } finally {
    writeFileSync(path, text);
  }
}
