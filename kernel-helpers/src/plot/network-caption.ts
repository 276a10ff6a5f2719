import { counted } from "../base/index.ts";
import type { NetworkParts } from "./drawn-network.ts";
import { share } from "./network-scores.ts";
import type { TableColumns } from "./network-table.ts";

/** What h is: a row of the input table, or the mean of several. */
export function hiddenText({ places, tables }: NetworkParts): string {
  if (tables === 1) return "z = the row that is read";
  return places === 1 ? "h = the row that is read" : `h = the mean of ${places} rows`;
}

/** The sentences below a drawn network: how its numbers become the loss, and what its colours mean. */
export function networkCaption(
  parts: NetworkParts,
  { count, written: numbers }: Pick<TableColumns, "count" | "written">,
): readonly string[] {
  const part =
    count < parts.h.length ? `${count} of ${parts.h.length} numbers of each vector are drawn. ` : "";
  return [lossText(parts), ...(numbers ? [] : [`${part}Blue is below 0, orange above.`])];
}

function lossText({ layer, loss, target, outputs, scores, tables }: NetworkParts): string {
  const value = loss.toFixed(3);
  if (layer === "softmax")
    return `${tables === 2 ? "z = u · h, " : ""}ŷ = softmax(z), L = −log ŷ of “${target}” = ${value}`;
  if (layer === "negative sampling") {
    const noise = scores - 1;
    const terms = noise === 0 ? "" : ` − log σ(−z) of ${counted(noise, "noise word")}`;
    return `z = u · h, L = −log σ(z) of “${target}”${terms} = ${value}`;
  }
  const factors = outputs.rows.flatMap(({ scored }) => (scored ? share(scored.probability) : []));
  const product =
    scores <= 6 && factors.length === scores ? factors.join(" · ") : `the product of ${scores} σ(±z)`;
  return `z = u · h, p of “${target}” = ${product} = ${Math.exp(-loss).toPrecision(3)}, L = −log p = ${value}`;
}
