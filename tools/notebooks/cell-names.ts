import type { SourceCell } from "./parse-cells.ts";
import { SourceError } from "./source-error.ts";

/** The name of each cell, which becomes its id; throws for a missing, repeated or invalid name. */
export function cellNames(cells: readonly SourceCell[], file: string): string[] {
  const lines = new Map<string, number>();
  return cells.map(({ attributes, line }) => {
    const name = attributes.get("name");
    if (name === undefined) throw new SourceError(file, line, 'the cell has no name: add name="…"');
    // what nbformat 4.5 allows in an id, without capitals: some file systems ignore case
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) {
      throw new SourceError(
        file,
        line,
        `a name must be 1 to 64 characters of a-z, 0-9 and -: current value is "${name}"`,
      );
    }
    const earlier = lines.get(name);
    if (earlier !== undefined) {
      throw new SourceError(file, line, `the name "${name}" is already used in line ${earlier}`);
    }
    lines.set(name, line);
    return name;
  });
}
