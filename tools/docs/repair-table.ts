import { markdownTable } from "../print/markdown-table.ts";

/** What the table shows of an entry of kernel/common/registry.cjs. */
export interface Repair {
  readonly name: string;
  /** What holds with it. */
  readonly gives: string;
  /** The host that needs it, if it is not both. */
  readonly only?: "node" | "page";
}

/** The words for the hosts. */
const WHERE = { node: "Node", page: "page" } as const;

/** What each repair of the kernel gives, and which kernel has it. */
export function repairTable(repairs: readonly Repair[]): string {
  return markdownTable(
    ["repair", "where", "with it"],
    repairs.map(({ name, gives, only }) => [`\`${name}\``, only ? WHERE[only] : "both", gives]),
    { left: 3 },
  );
}
