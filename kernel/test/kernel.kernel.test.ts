import { beforeAll, describe, expect, test } from "vitest";
import { expectToHold } from "./case-sessions.ts";
import { casesOf } from "./load-cases.ts";
import { nodeSessions } from "./node-sessions.ts";
import { runSession } from "./run-session.ts";
import { messagesOf, type Session, tracebackOf } from "./session.ts";
import { temporaryKernel } from "./temporary-kernel.ts";

const repairCases = await casesOf("node");
const sessionsOf = nodeSessions();
const prefix = temporaryKernel();

describe("the kernel with all repairs", () => {
  let sessions: readonly Session[];
  beforeAll(async () => {
    sessions = await sessionsOf(repairCases, []);
  });
  test.each(repairCases.map((repairCase, i) => ({ ...repairCase, i })))("$repair: $wanted", ({ i }) =>
    expectToHold("node", repairCases[i]!, sessions[i]!),
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
