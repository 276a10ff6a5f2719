// npm run mutate -- STAGE … [--count 20] [--seed 1] [--tests PATH] [--project NAME]
// Changes a stage's sources in one place at a time, in a copy below build/, and says which changes no test notices.
// Without a stage: all of them, and the folders of the kernel that can be tested without starting it.
import "../print/plain-errors.ts";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../setup/paths.mjs";
import { table } from "../print/table.ts";
import { copyProject } from "./copy-project.ts";
import { type Part, partsOf } from "./parts.ts";
import { describeMutant, tryMutants, type Verdicts } from "./try-mutants.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    tests: { type: "string", multiple: true, default: [] },
    project: { type: "string", multiple: true, default: [] },
  },
});

const known = partsOf(projectRoot);
const parts = positionals.length === 0 ? known : positionals.map(named);
const copy = join(projectRoot, "build/mutate");
copyProject(projectRoot, copy);
const results: [Part, Verdicts][] = [];
for (const part of parts) {
  const tests = [...part.tests, ...values.tests];
  const projects = [...part.projects, ...values.project];
  const trial = { count: Number(values.count), seed: Number(values.seed) };
  const say = (line: string): void => console.log(`${part.name} ${line}`);
  try {
    results.push([part, await tryMutants(copy, { ...part, tests, projects }, { ...trial, say })]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
const rows = results.map(([{ name }, { killed, survivors }]) =>
  [name, killed + survivors.length, killed, survivors.length].map(String),
);
console.log(`\n${table(["stage", "mutants", "killed", "survived"], rows).join("\n")}\n`);
for (const [, { survivors }] of results) for (const mutant of survivors) console.log(describeMutant(mutant));

function named(name: string): Part {
  const part = known.find((one) => one.name === name);
  if (part) return part;
  const names = known.map((one) => one.name).join(", ");
  console.error(`Cannot change the sources of "${name}": it must be one of ${names}`);
  process.exit(2);
}
