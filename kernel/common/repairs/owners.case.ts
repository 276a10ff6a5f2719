import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const owners: RepairCase = {
  repair: "owners",
  wanted: "what a cell prints after it has ended appears in that cell, even while another runs",
  plain: "it appears in the cell that is running then",
  steps: [
    {
      code: `let finish = () => {};
const finished = new Promise<void>((done) => { finish = done; });
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
setTimeout(() => console.log("late"), 200);
(async () => { await null; await sleep(300); console.log("later"); })();
void sleep(400).then(() => console.log("last")).then(() => finish());`,
      queued: true,
      until: "last",
      stopOnError: false,
    },
    { code: "await finished;\nconsole.log(3);", stopOnError: false },
  ],
  holds({ cells }) {
    expect(printed(cells[0])).toBe("late\nlater\nlast\n");
    expect(printed(cells[1])).toBe("3\n");
  },
  fails: ({ cells }) => expect(printed(cells[1])).toBe("late\nlater\nlast\n3\n"),
};
