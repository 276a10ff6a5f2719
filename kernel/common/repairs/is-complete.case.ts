import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";

/** Code and the answer: complete, invalid, or the indent of the missing line. */
const ANSWERS: readonly (readonly [code: string, answer: string])[] = [
  ["await f();", "complete"],
  ["const a = `one", ""],
  ["class A {\n  m() {", "    "],
  ["1 +* 2", "invalid"],
];

export const isComplete: RepairCase = {
  repair: "is-complete",
  wanted: "is_complete_request recognises open strings and wrong code",
  plain: "an open template literal and wrong code are reported as complete",
  steps: ANSWERS.map(([code]) => ({ code: "", request: { type: "is_complete_request", content: { code } } })),
  holds({ cells }) {
    ANSWERS.forEach(([code, answer], i) => {
      const status = answer.trim() === "" ? "incomplete" : answer;
      const reply = status === "incomplete" ? { status, indent: answer } : { status };
      expect(cells[i]?.reply, code).toEqual(reply);
    });
  },
  fails({ cells }) {
    expect(cells[1]?.reply?.status).toBe("complete");
    expect(cells[3]?.reply?.status).toBe("complete");
  },
};
