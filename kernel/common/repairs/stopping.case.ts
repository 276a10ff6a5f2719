import { expect } from "vitest";
import { type RepairCase, status } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const stopping: RepairCase = {
  repair: "stopping",
  alone: true,
  wanted: "a failure cancels the cells that were sent with it, unless stop_on_error is false",
  plain: "cells are cancelled despite stop_on_error: false, and the reply's status is misspelled",
  steps: [
    { code: "throw 1", stopOnError: false, queued: true },
    { code: "console.log(2);" },
    { code: "throw 3", queued: true },
    { code: "4" },
    { code: "5" },
  ],
  holds(session) {
    const statuses = session.cells.map((_, i) => status(session, i));
    expect(statuses).toEqual(["error", "ok", "error", "aborted", "ok"]);
    expect(printed(session.cells[1])).toBe("2\n");
    expect(session.cells[3]?.messages).toEqual([]);
  },
  fails: (session) => expect(status(session, 1)).toBe("abort"),
};
