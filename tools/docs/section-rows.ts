/** The rows of the tables below a heading, as cells; without heads and rules. Throws when there is no such heading. */
export function sectionRows(text: string, heading: string): string[][] {
  const sections = text.split(/^## /m);
  const section = sections.find((one) => one.startsWith(`${heading}\n`));
  if (section === undefined) throw new RangeError(`Cannot read a table: no heading "## ${heading}"`);
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return rows.slice(1).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}
