import { expect } from "vitest";
import { HOST, type RepairCase } from "../../test/repair-case.ts";
import { messagesOf, printed } from "../../test/session.ts";

const LINES = 20_000;

export const joining: RepairCase = {
  repair: "joining",
  alone: true,
  wanted: `${LINES} printed lines arrive whole in one message per 30 ms`,
  plain: "each line is sent in its own message",
  steps: [
    {
      code: `const began = performance.now();
for (let i = 0; i < ${LINES}; i++) console.log("line", i);
console.error(performance.now() - began);`,
    },
    {
      code: `${HOST}console.log("a"); host.show({ "text/plain": "b" }); console.log("c"); console.log("d");`,
    },
  ],
  holds({ cells }) {
    const lines = printed(cells[0]).trimEnd().split("\n");
    expect(lines).toEqual(Array.from({ length: LINES }, (_, i) => `line ${i}`));
    const atMost = Number(printed(cells[0], "stderr")) / 30 + 3; // the first, the rest, and stderr's
    expect(messagesOf(cells[0], "stream").length).toBeLessThanOrEqual(atMost);
    // On a busy machine the two last lines come in two messages: what counts is their order.
    const order = cells[1]?.messages
      .slice(1)
      .map(({ type, content }) => (type === "stream" ? content.text : `${type}\n`));
    expect(order?.join("")).toBe("a\ndisplay_data\nc\nd\n");
  },
  fails({ cells }) {
    expect(messagesOf(cells[0], "stream").length).toBe(LINES + 1);
  },
};
