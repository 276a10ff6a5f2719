import type { NetworkParts, NetworkRow } from "./drawn-network.ts";
import { spoken } from "./spec.ts";

/** A drawn network in sentences, with its numbers. */
export function describeNetwork(parts: NetworkParts): string {
  const { layer, inputs, h, places, outputs, target, loss } = parts;
  const read = inputs.rows.filter(({ role }) => role === "read");
  const rows = read.map(({ name, numbers }) => `${name} ${vector(numbers)}`).join(", ");
  const scored = outputs.rows.filter((row) => row.scored).map((row) => scoreOf(row, layer));
  const [table, z] = parts.tables === 2 ? ["input table", "h"] : ["table", "the scores z"];
  const rest = outputs.more === 0 ? "" : ` Not drawn: ${outputs.more} rows${restOf(outputs.rest)}.`;
  return (
    `${kindOf(parts)}, ${layer}. ` +
    (places === 1
      ? `Row of the ${table} that is read, which is ${z}: ${rows}. `
      : `Rows of the input table that are read: ${rows}. Their mean is h: ${vector(h)}. `) +
    `${parts.tables === 2 ? "Rows of the output table" : "Words that may follow"}: ${scored.join("; ")}.${rest} Observed: ${target}. The loss is ${spoken(loss)}.`
  );
}

function kindOf({ tables, places }: NetworkParts): string {
  if (tables === 1) return "Bigram network";
  return places === 1 ? "Skip-Gram or CBOW with one input word" : `CBOW with ${places} input words`;
}

function restOf(rest: number | undefined): string {
  return rest === undefined ? "" : `, their ŷ together ${spoken(rest)}`;
}

function scoreOf({ name, scored }: NetworkRow, layer: NetworkParts["layer"]): string {
  if (!scored) return name;
  const { score, probability, mark } = scored;
  const z = `${name} z ${spoken(score)}`;
  if (layer === "softmax") return `${z}, ŷ ${spoken(probability)}`;
  if (layer === "negative sampling") return `${z}, σ(z) ${spoken(probability)}, label ${mark}`;
  return `${z}, branch ${mark} with probability ${spoken(probability)}`;
}

/** At most eight numbers of a vector. */
function vector(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8).map(spoken).join(", ");
  return `(${shown}${numbers.length > 8 ? ` and ${numbers.length - 8} more` : ""})`;
}
