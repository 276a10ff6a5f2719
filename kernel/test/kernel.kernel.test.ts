import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { expectToHold, runCases } from "./case-sessions.ts";
import { casesOf } from "./load-cases.ts";
import type { RepairCase } from "./repair-case.ts";
import { runSession } from "./run-session.ts";
import { messagesOf, type Session, tracebackOf } from "./session.ts";
import { temporaryKernel } from "./temporary-kernel.ts";

const repairCases = await casesOf("node");
const prefix = temporaryKernel();
mkdirSync(join(projectRoot, "build"), { recursive: true });
/** Each kernel gets its own folder here, inside the project. */
const folders = mkdtempSync(join(projectRoot, "build", "kernel-"));
afterAll(() => rmSync(folders, { recursive: true }));

/** The sessions of the cases, run in one kernel without the repairs `without`. */
function sessionsOf(cases: readonly RepairCase[], without: readonly string[]): Promise<Session[]> {
  const cwd = mkdtempSync(join(folders, "notebook-"));
  return runCases("node", cases, (steps) => runSession(prefix, steps, { without, cwd }));
}

describe("the kernel with all repairs", () => {
  let sessions: readonly Session[];
  beforeAll(async () => {
    sessions = await sessionsOf(repairCases, []);
  });
  test.each(repairCases.map((repairCase, i) => ({ ...repairCase, i })))("$repair: $wanted", ({ i }) =>
    expectToHold("node", repairCases[i]!, sessions[i]!),
  );
});

// One kernel for each repair that others depend on, one for the rest.
const groups = [
  ...repairCases.filter(({ alone }) => alone).map((repairCase) => [repairCase]),
  repairCases.filter(({ alone }) => !alone),
];

describe.each(groups)("the kernel without repairs", (...cases) => {
  let sessions: readonly Session[];
  beforeAll(async () => {
    sessions = await sessionsOf(
      cases,
      cases.map(({ repair }) => repair),
    );
  });
  test.each(cases.map((repairCase, i) => ({ ...repairCase, i })))(
    "without $repair: $plain",
    ({ fails, i }) => {
      const holds = () => expectToHold("node", cases[i]!, sessions[i]!);
      fails(sessions[i]!);
      expect(holds, "the test of the repair does not see that it is missing").toThrow();
    },
  );
});

describe("the compiled package in a cell", () => {
  test("is imported without a warning, has types, and its stack frames name TypeScript files", async () => {
    const { cells } = await runSession(prefix, [
      { code: 'import { buildVocabulary } from "kernel-helpers";' },
      { code: "const count: string = buildVocabulary([]);" },
      { code: "\nbuildVocabulary([], { minCount: -1 });" },
    ]);
    expect(messagesOf(cells[0], "stream")).toEqual([]);
    expect(cells[0]?.reply?.status).toBe("ok");
    expect(cells[1]?.reply?.evalue).toMatch(/^1:7 - Type '\w+' is not assignable to type 'string'/);
    const traceback = tracebackOf(cells[2]);
    expect(traceback).toMatch(/\bkernel-helpers[\\/]src[\\/]vocabulary[\\/]build-vocabulary\.ts:\d+/);
    expect(traceback).toMatch(/at cell \d+, line 2$/);
  });
});

test("a kernel whose messages are not signed answers", async () => {
  const { cells } = await runSession(prefix, [{ code: "1 + 1" }], { key: "" });
  expect(cells[0]?.reply?.status).toBe("ok");
});
