import type { Host } from "../common/registry.cjs";
import type { RepairCase } from "./repair-case.ts";
import type { Session, Step } from "./session.ts";

/** The steps of a case; those for only one host come last. */
function stepsIn(host: Host, { steps, inNode }: RepairCase): readonly Step[] {
  return host === "node" ? [...steps, ...(inNode?.steps ?? [])] : steps;
}

/** The sessions of the cases: `run` runs all their steps in one session, which is then split. */
export async function runCases(
  host: Host,
  cases: readonly RepairCase[],
  run: (steps: readonly Step[]) => Promise<Session>,
): Promise<Session[]> {
  const steps = cases.map((repairCase) => stepsIn(host, repairCase));
  const whole = await run(steps.flat());
  let end = 0;
  return steps.map(({ length }) => {
    const start = end;
    end += length;
    return { ...whole, cells: whole.cells.slice(start, end) };
  });
}

/** Throws unless everything holds that the case asserts for the session's host. */
export function expectToHold(host: Host, { steps, holds, inNode }: RepairCase, session: Session): void {
  holds({ ...session, cells: session.cells.slice(0, steps.length) });
  if (host === "node") inNode?.holds({ ...session, cells: session.cells.slice(steps.length) });
}
