import { runCases } from "../../../kernel/test/case-sessions.ts";
import { casesOf } from "../../../kernel/test/load-cases.ts";
import type { RepairCase } from "../../../kernel/test/repair-case.ts";
import type { Session } from "../../../kernel/test/session.ts";
import type { KernelPage } from "./open-kernel-page.ts";

/** The cases of repairs that a page's kernel can be without: its own, and those that it shares with the one in Node. */
export async function missingRepairs(): Promise<Readonly<Record<"ownCases" | "sharedCases", RepairCase[]>>> {
  const inNodeToo = new Set(await casesOf("node"));
  const cases = (await casesOf("page")).filter(({ repair }) => repair !== "typescript"); // bundled into the page
  return {
    ownCases: cases.filter((one) => !inNodeToo.has(one)),
    sharedCases: cases.filter((one) => inNodeToo.has(one)),
  };
}

/** The session of a case in a kernel without its repair alone: without others too it might fail because of them. */
export async function sessionWithout(page: KernelPage, repairCase: RepairCase): Promise<Session> {
  const without = [repairCase.repair];
  const [session] = await runCases("page", [repairCase], (steps) => page.runSession(steps, { without }));
  return session as Session;
}
