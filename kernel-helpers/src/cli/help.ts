import type { Command, OptionSpec } from "./command.ts";

const HELP: OptionSpec = { help: "shows this help" };

/** `w2v --help`: what there is. */
export function overview(commands: readonly Command[]): string {
  return [
    "w2v: word vectors from the command line, and the course in Jupyter",
    "",
    "Usage: w2v COMMAND [OPTIONS]",
    "",
    "Commands",
    ...twoColumns(commands.map(({ name, summary }) => [name, summary])),
    "",
    "`w2v COMMAND --help` tells more about one of them.",
    "Exit codes: 0 done, 1 failed, 2 not understood, 130 stopped by Ctrl-C.",
    "",
  ].join("\n");
}

/** `w2v COMMAND --help`: how to use it. */
export function commandHelp({ name, summary, positionals, options, notes, examples }: Command): string {
  const shown = Object.entries({ ...options, help: HELP });
  return [
    `w2v ${name}: ${summary}`,
    "",
    `Usage: ${["w2v", name, positionals, "[OPTIONS]"].filter(Boolean).join(" ")}`,
    "",
    "Options",
    ...twoColumns(
      shown.map(([option, { value, help }]) => [["--", option, value && ` ${value}`].join(""), help]),
    ),
    ...(notes.length > 0 ? ["", ...notes] : []),
    "",
    examples.length === 1 ? "Example" : "Examples",
    ...examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}

/** Rows of a name and what it means; the meanings start in one column. */
export function twoColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`.trimEnd());
}
