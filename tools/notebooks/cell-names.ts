import type { SourceCell } from "./parse-cells.ts";
import { SourceError } from "./source-error.ts";

/** The name of each cell, which becomes its id; refuses a missing, repeated or unfit one. */
export function cellNames(cells: readonly SourceCell[], file: string): string[] {
  const lines = new Map<string, number>();
  return cells.map(({ attributes, line }) => {
    const name = attributes.get("name");
    if (name === undefined) throw new SourceError(file, line, 'the cell must have a name: add name="…"');
    // what nbformat 4.5 allows in an id, and no capitals, which some disks do not tell apart
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) {
      throw new SourceError(
        file,
        line,
        `a name must be 1 to 64 of a-z, 0-9 and -: current value is "${name}"`,
      );
    }
    const earlier = lines.get(name);
    if (earlier !== undefined) {
      throw new SourceError(file, line, `the name "${name}" must be unique: line ${earlier} has it too`);
    }
    lines.set(name, line);
    return name;
  });
}
