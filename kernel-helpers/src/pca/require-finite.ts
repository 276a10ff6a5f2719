import type { Numbers, Table } from "../base/index.ts";

/** Throws RangeError, which names the first row, unless every number of the table is finite. */
export function requireFinite(action: string, table: Table<Numbers>): void {
  const broken = table.data.findIndex((x) => !Number.isFinite(x));
  if (broken >= 0) {
    throw new RangeError(
      `${action}: every number must be finite, but row ${Math.floor(broken / table.width)} ` +
        `has ${table.data[broken]}. Remedy: find where it comes from, or leave the row out`,
    );
  }
}
