import { expect } from "vitest";
import { printed } from "../kernel-session.ts";
import type { RepairCase } from "../repair-case.ts";

export const interruptMessages: RepairCase = {
  repair: "interrupt-messages",
  wanted: "interrupt_request stops a cell where there are no signals",
  plain: "interrupt_request is not understood",
  steps: [
    {
      code: 'console.log("go"); await new Promise((done) => setTimeout(done, 1000)); console.log("end");',
      interruptOn: "go",
      interruptBy: "message",
      stopOnError: false,
    },
  ],
  holds({ cells }) {
    expect(cells[0]?.reply?.ename).toBe("Interrupted");
    expect(printed(cells[0], "stderr")).toBe("");
  },
  fails: ({ cells }) => expect(printed(cells[0])).toBe("go\nend\n"),
};
