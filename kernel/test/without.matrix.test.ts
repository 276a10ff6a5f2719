import { beforeAll, describe, expect, test } from "vitest";
import { ofToday } from "../../tools/test/of-today.ts";
import { expectToHold } from "./case-sessions.ts";
import { casesOf } from "./load-cases.ts";
import { nodeSessions } from "./node-sessions.ts";
import type { Session } from "./session.ts";

const repairCases = await casesOf("node");
const sessionsOf = nodeSessions();

// One kernel for each repair that others depend on, one for the rest.
const groups = [
  ...repairCases.filter(({ alone }) => alone).map((repairCase) => [repairCase]),
  repairCases.filter(({ alone }) => !alone),
];

describe.each(groups.filter((_, place) => ofToday(place, 2)))("the kernel without repairs", (...cases) => {
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
