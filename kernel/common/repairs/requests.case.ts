import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";

export const requests: RepairCase = {
  repair: "requests",
  alone: true,
  wanted: "requests for history and widgets are answered, and unknown messages are ignored",
  plain: "the notebook shows complaints about unknown messages",
  steps: [
    { code: "const first = 1;" },
    { code: "const second = 2;" },
    { code: "", request: { type: "history_request", content: { hist_access_type: "tail", n: 2 } } },
    {
      code: "",
      request: { type: "history_request", content: { hist_access_type: "search", pattern: "*first = ?;" } },
    },
    { code: "", request: { type: "comm_info_request", content: {} } },
    { code: "", request: { type: "comm_open", content: { comm_id: "c", target_name: "none", data: {} } } },
    { code: "", request: { type: "comm_msg", content: { comm_id: "c", data: {} } } },
    { code: "await 0;" },
  ],
  holds({ cells }) {
    expect(cells[2]?.reply?.history?.map(([, , code]) => code)).toEqual([
      "const first = 1;",
      "const second = 2;",
    ]);
    expect(cells[3]?.reply?.history?.map(([, , code]) => code)).toEqual(["const first = 1;"]);
    expect([cells[4]?.replyType, cells[4]?.reply]).toEqual(["comm_info_reply", { status: "ok", comms: {} }]);
    expect(cells[5]?.messages).toMatchObject([{ type: "comm_close", content: { comm_id: "c", data: {} } }]);
    for (const cell of cells.slice(0, 2))
      expect(cell.messages.map(({ type }) => type)).toEqual(["execute_input"]);
  },
  fails({ cells }) {
    expect(cells[2]?.reply).toBe(null);
    expect(cells[4]?.replyType).toBe("complete_reply");
  },
};
