import { expect } from "vitest";
import { HOST, type RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const host: RepairCase = {
  repair: "host",
  wanted:
    "an output may have several MIME types, be replaced by display_id, and be cleared; an error names cells and lines, " +
    "and an Interrupt says what it stopped",
  plain: "there is no host",
  steps: [
    {
      code: `${HOST}host.show({ "text/html": "<b>1</b>", "text/plain": "1" }, { displayId: "chart" });
host.show({ "application/json": { a: [2] } }, { displayId: "chart", update: true });
host.show({ "image/png": new Uint8Array([1, 2, 3]) });
host.clear(true);`,
    },
    {
      code: `${HOST}function failing(): never {
  throw new RangeError("too far");
}
try {
  failing();
} catch (error) {
  console.log(host.frames(error).join("|"), host.isInterrupt(error));
}`,
      stopOnError: false,
    },
    {
      code: `${HOST}host.during("sums were counted");
console.log("counting");
await new Promise(() => {});`,
      interruptOn: "counting",
      stopOnError: false,
    },
  ],
  holds({ cells }) {
    const transient = { display_id: "chart" };
    expect(cells[0]?.messages.slice(1)).toMatchObject([
      {
        type: "display_data",
        content: { data: { "text/html": "<b>1</b>", "text/plain": "1" }, metadata: {}, transient },
      },
      {
        type: "update_display_data",
        content: { data: { "application/json": { a: [2] } }, metadata: {}, transient },
      },
      { type: "display_data", content: { data: { "image/png": "AQID" }, metadata: {}, transient: {} } },
      { type: "clear_output", content: { wait: true } },
    ]);
    expect(printed(cells[1])).toMatch(/^at failing \(cell \d+, line 3\)\|at cell \d+, line 6 false\n$/);
    expect(cells[2]?.reply).toMatchObject({
      ename: "Interrupted",
      evalue: "the cell was stopped before its end, while sums were counted",
    });
  },
  fails: ({ cells }) => expect(cells[0]?.reply?.ename).toBe("TypeError"),
};
