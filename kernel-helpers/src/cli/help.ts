import type { Command, OptionSpec } from "./command.ts";
import { indentedColumns } from "./indented-columns.ts";

const HELP: OptionSpec = { help: "shows this help" };

/** `w2v --help`: the list of commands. */
export function overview(commands: readonly Command[]): string {
  return [
    "w2v: word vectors from the command line, and the course in Jupyter",
    "",
    "Usage: w2v COMMAND [OPTIONS]",
    "",
    "Commands",
    ...indentedColumns(commands.map(({ name, summary }) => [name, summary])),
    "",
    "`w2v COMMAND --help` explains one of them.",
    "Exit codes: 0 done, 1 failed, 2 not understood, 130 stopped by Ctrl-C.",
    "",
  ].join("\n");
}

/** `w2v COMMAND --help`: how to use one command. */
export function commandHelp({ name, summary, positionals, options, notes, examples }: Command): string {
  const shown = Object.entries({ ...options, help: HELP });
  return [
    `w2v ${name}: ${summary}`,
    "",
    `Usage: ${["w2v", name, positionals, "[OPTIONS]"].filter(Boolean).join(" ")}`,
    "",
    "Options",
    ...indentedColumns(
      shown.map(([option, { value, help }]) => [["--", option, value && ` ${value}`].join(""), help]),
    ),
    ...(notes.length > 0 ? ["", ...notes] : []),
    "",
    examples.length === 1 ? "Example" : "Examples",
    ...examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}
