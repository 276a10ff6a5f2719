import { markdownTable } from "../print/markdown-table.ts";
import type { AttackKind, Outcome } from "./attack-kind.ts";

/** A whole run: results.json. */
export interface Results {
  /** Day, commit, machine and time of the run, in words. */
  readonly run: string;
  readonly seed: number;
  /** By the name of the kind. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** The rows of a table of outcomes: attacks, what must hold, tried, survived. */
export function outcomeRows(
  kinds: Readonly<Record<string, AttackKind>>,
  outcomes: Results["outcomes"],
): string[][] {
  return Object.entries(kinds).flatMap(([key, { name, holds }]) => {
    const outcome = outcomes[key];
    if (outcome === undefined) return [];
    const { tried, failures } = outcome;
    return [[name, holds, String(tried), String(tried - failures.length)]];
  });
}

/** docs/reliability.md for a whole run. */
export function reliabilityDocument(
  kinds: Readonly<Record<string, AttackKind>>,
  { run, seed, outcomes }: Results,
): string {
  const all = Object.values(outcomes);
  const untried = all.flatMap(({ skipped }) => skipped).map((reason) => `- ${reason}`);
  const left = all.flatMap(({ failures }) => failures).map((failure) => `- ${failure}`);
  const rows = outcomeRows(kinds, outcomes);
  return `# Reliability

<!-- written by npm run attack -- --write, from tools/attack/results.json -->

\`npm run attack\` starts a kernel as Jupyter does, and one in a page of Chromium, and attacks them from outside, as any
program on the machine can, and from inside, as a cell can. It damages files, kills trainings, puts every path that is read
or written into each state that it may have, and sends the site's server hostile requests. \`npm test\` makes a part of each
kind.

This run: ${run}.
Frames, damage, requests and moments of killing were drawn with the seed ${seed}; the other attacks are lists.

${markdownTable(["Attacks", "What must hold", "Tried", "Survived"], rows, { left: 2 })}
${listed("Not survived", left)}${listed("Not tried, as the machine lacked something", untried)}
After each attack on a kernel the same kernel must still give 42 for \`6 * 7\`, report a type error, and report a
\`RangeError\` that is thrown.

## What this does not protect

A cell runs with all your rights: it can read, delete and send what you can. Open only notebooks that you trust. Without the
key in the connection file no other program can run a cell; a program of your own user can read that file. Not attacked:
Windows and macOS, memory that other programs use up, a full disk under the kernel, and JupyterLab itself.
`;
}

function listed(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `\n${title}:\n\n${lines.join("\n")}\n`;
}
