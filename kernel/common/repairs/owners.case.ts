import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const owners: RepairCase = {
  repair: "owners",
  wanted: "what a cell prints after it has ended appears in that cell, even while another runs",
  plain: "it appears in the cell that is running then",
  steps: [
    {
      // Each print waits for the next cell to run and for the print before it, so that no busy machine reorders them.
      code: `const next = { runs: false };
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const late = new Promise<void>((done) => {
  const waiting = setInterval(() => {
    if (!next.runs) return;
    clearInterval(waiting);
    console.log("late");
    done();
  }, 5);
});
const later = (async () => { await late; await sleep(5); console.log("later"); })();
const last = later.then(() => sleep(5)).then(() => console.log("last"));`,
      queued: true,
      until: "last",
      stopOnError: false,
    },
    { code: "next.runs = true;\nawait last;\nconsole.log(3);", stopOnError: false },
  ],
  holds({ cells }) {
    expect(printed(cells[0])).toBe("late\nlater\nlast\n");
    expect(printed(cells[1])).toBe("3\n");
  },
  fails: ({ cells }) => expect(printed(cells[1])).toBe("late\nlater\nlast\n3\n"),
};
