import { markdownTable } from "../print/markdown-table.ts";
import type { Outcome } from "./slice.ts";

/** The rows of a table of outcomes: attacks, what must hold, tried, survived. */
export function outcomeRows(outcomes: readonly Outcome[]): string[][] {
  return outcomes.map(({ slice, tried, failures }) => [
    slice.name,
    slice.holds,
    String(tried),
    String(tried - failures.length),
  ]);
}

/** docs/reliability.md for the outcomes of a whole run. */
export function reliabilityDocument(outcomes: readonly Outcome[], seed: number): string {
  const untried = outcomes.flatMap(({ skipped }) => skipped).map((reason) => `- ${reason}`);
  const left = outcomes.flatMap(({ failures }) => failures).map((failure) => `- ${failure}`);
  return `# Reliability

<!-- written by npm run attack -- --write -->

\`npm run attack\` starts a kernel as Jupyter does and attacks it from outside, as any program on the machine can, and from
inside, as a cell can; it damages files, kills trainings, puts every path that is read or written into each state that it
may have, and sends the site's server hostile requests. The attacks are drawn with a seed; this run used ${seed}.
\`npm test\` makes a part of each kind.

${markdownTable(["Attacks", "What must hold", "Tried", "Survived"], outcomeRows(outcomes), { left: 2 })}
${listed("Not survived", left)}${listed("Not tried, as the machine lacked something", untried)}
After each attack on a kernel a result, a type error and an error that is thrown must be as always.
`;
}

function listed(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `\n${title}:\n\n${lines.join("\n")}\n`;
}
