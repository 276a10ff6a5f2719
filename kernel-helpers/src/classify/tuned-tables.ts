import type { Table } from "../base/index.ts";
import type { TextNetwork } from "./text-network.ts";

/** The numbers that a tuning moves, by the name of their table. */
export type TunedTables = Readonly<Record<string, Table>>;

/** The tables that the tuning of a network moves. */
export function tunedTables({ tuning, embedding, delta, weights, bias }: TextNetwork): TunedTables {
  return {
    weights,
    bias,
    ...(tuning === "full" && { embedding }),
    ...(delta && { left: delta.left, right: delta.right }),
  };
}

/** Copies the numbers that training moves from one network into another of the same shape. */
export function copyTuned(from: TextNetwork, to: TextNetwork): void {
  const target = tunedTables(to);
  for (const [name, { data }] of Object.entries(tunedTables(from))) target[name]?.data.set(data);
}

/** A copy of a network with numbers of its own where training moves them. */
export function copyNetwork(network: TextNetwork): TextNetwork {
  const copy = (table: Table): Table => ({ ...table, data: table.data.slice() });
  const { tuning, embedding, delta, weights, bias } = network;
  return {
    tuning,
    embedding: tuning === "full" ? copy(embedding) : embedding,
    ...(delta && { delta: { left: copy(delta.left), right: copy(delta.right) } }),
    weights: copy(weights),
    bias: copy(bias),
  };
}
