import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Licence } from "./licence-list.ts";

/**
 * The data sets that a site ships, by the index beside them; `cards` is the folder with a card for each. Throws an Error
 * if a card gives no licence.
 */
export function datasetLicences(index: string, cards: string): Licence[] {
  const entries = JSON.parse(readFileSync(index, "utf8")) as Readonly<
    Record<string, { readonly licence: string; readonly source: string }>
  >;
  return Object.entries(entries).map(([name, { licence, source }]) => {
    const card = join(cards, name, "README.md");
    const stated = /^\| licence \| (.*) \|$/m.exec(readFileSync(card, "utf8"))?.[1];
    if (stated === undefined)
      throw new Error(
        `Cannot list the licence of the data set ${name}: ${card} needs a row "| licence | … |"`,
      );
    return { name: `data set ${name}`, version: "", text: `${licence}: ${stated}\nFrom: ${source}` };
  });
}
