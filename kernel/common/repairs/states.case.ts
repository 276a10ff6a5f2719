import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { messagesOf } from "../../test/session.ts";

const SLEEP = "await new Promise((done) => setTimeout(done, 200));";

export const states: RepairCase = {
  repair: "states",
  wanted: "the kernel's state is busy as long as a cell runs",
  plain: "the kernel is idle after the first of several cells, and after each completion",
  steps: [
    { code: "const first = 1;", queued: true },
    { code: `${SLEEP}\nconsole.log("one");\n${SLEEP}\nconsole.log("two");`, queued: true },
    {
      code: "",
      request: { type: "complete_request", content: { code: "fir", cursor_pos: 3 } },
    },
  ],
  holds: ({ cells }) =>
    expect(messagesOf(cells[1], "stream").map(({ state }) => state)).toEqual(["busy", "busy"]),
  fails: ({ cells }) => expect(messagesOf(cells[1], "stream").map(({ state }) => state)).toContain("idle"),
};
