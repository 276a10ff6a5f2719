import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Licence } from "./licence-list.ts";

/**
 * The data sets that a site ships, by the index beside them; `cards` is the folder with a card for each, and the notice that must go with it, where
 * there is one. Those with a package are not shipped. Throws an Error if a card gives no licence.
 */
export function datasetLicences(index: string, cards: string): Licence[] {
  const entries = JSON.parse(readFileSync(index, "utf8")) as Readonly<
    Record<string, { readonly licence: string; readonly source: string; readonly package?: object }>
  >;
  const shipped = Object.entries(entries).filter(([, entry]) => entry.package === undefined);
  return shipped.map(([name, { licence, source }]) => {
    const card = join(cards, name, "README.md");
    const stated = /^\| licence \| (.*) \|$/m.exec(readFileSync(card, "utf8"))?.[1];
    if (stated === undefined)
      throw new Error(
        `Cannot list the licence of the data set ${name}: ${card} needs a row "| licence | … |"`,
      );
    const notice = join(cards, name, "NOTICE");
    const text = `${licence}: ${stated}\nFrom: ${source}${existsSync(notice) ? `\n\n${readFileSync(notice, "utf8")}` : ""}`;
    return { name: `data set ${name}`, version: "", text };
  });
}
