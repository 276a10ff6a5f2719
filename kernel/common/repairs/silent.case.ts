import { expect } from "vitest";
import { HOST, type RepairCase, types } from "../../test/repair-case.ts";
import { messagesOf, printed, type Step } from "../../test/session.ts";

function executed(content: object): Step {
  return { code: "", request: { type: "execute_request", content } };
}

const history: Step = {
  code: "",
  request: { type: "history_request", content: { hist_access_type: "tail", n: 2 } },
};

export const silent: RepairCase = {
  repair: "silent",
  wanted: "a silent cell only sends its reply; without store_history a cell gets no number",
  plain: "a silent cell's messages go to everyone, and it gets a number",
  steps: [
    { code: 'const seen = 1;\nsetTimeout(() => console.log("late"), 1500);', until: "late", queued: true },
    executed({
      code: `${HOST}const unseen = 2;\nhost.show({ "text/plain": "shown" });\nconsole.log("printed");\nunseen`,
      silent: true,
    }),
    { ...executed({ code: 'await 0;\nthrow new RangeError("unheard");', silent: true }), queued: true },
    { code: "unseen", stopOnError: false },
    executed({ code: "3", store_history: false }),
    { code: "4" },
    history,
  ],
  holds(session) {
    const { cells } = session;
    const counts = cells.map(({ reply }) => (reply as { execution_count?: number }).execution_count);
    const [first = 0] = counts;
    for (const i of [1, 2]) expect(cells[i]?.messages).toEqual([]);
    expect(cells[1]?.reply?.status).toBe("ok");
    expect(cells[2]?.reply).toMatchObject({ status: "error", ename: "RangeError", evalue: "unheard" });
    expect([counts[3], counts[4], counts[5]]).toEqual([first + 1, first + 2, first + 2]);
    expect(messagesOf(cells[3], "execute_result")[0]?.content.data).toEqual({ "text/plain": "2" });
    expect(types(session, 4)).toEqual(["execute_result"]);
    expect(cells[6]?.reply?.history?.map(([, , code]) => code)).toEqual([
      expect.stringMatching(/unseen$/),
      "4",
    ]);
    expect(printed(cells[0])).toBe("late\n"); // though the silent cell has run since
  },
  fails: ({ cells }) => expect(messagesOf(cells[1], "execute_input")).toHaveLength(1),
};
