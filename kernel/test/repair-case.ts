import type { Session, Step } from "./session.ts";

/** What a repair is for: `holds` passes on a session of `steps` with the repair, `fails` on a session without it. */
export interface RepairCase {
  readonly repair: string;
  /** True if a kernel without it cannot continue with the steps of other repairs. */
  readonly alone?: boolean;
  /** True if it changes what the kernel can do afterwards, so that it must run after the others. */
  readonly last?: boolean;
  /** What happens with it, and what without. */
  readonly wanted: string;
  readonly plain: string;
  readonly steps: readonly Step[];
  holds(session: Session): void;
  fails(session: Session): void;
  /** What holds in addition if the kernel runs in Node; its session has the cells of these steps. */
  readonly inNode?: { readonly steps: readonly Step[]; holds(session: Session): void };
}

/** The first line of a cell that uses the host. */
export const HOST = 'const host = (globalThis as any)[Symbol.for("word2vec-lab.host")];\n';

/** The status of the cell's reply. */
export function status({ cells }: Session, cell = 0): unknown {
  return cells[cell]?.reply?.status;
}

/** The types of a cell's messages, without the echo of its input. */
export function types({ cells }: Session, cell = 0): string[] {
  return (cells[cell]?.messages ?? []).map(({ type }) => type).filter((type) => type !== "execute_input");
}
