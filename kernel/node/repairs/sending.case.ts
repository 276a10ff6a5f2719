import { expect } from "vitest";
import { HOST, type RepairCase } from "../../test/repair-case.ts";
import { messagesOf } from "../../test/session.ts";

const DISPLAYS = 3000;

export const sending: RepairCase = {
  repair: "sending",
  alone: true,
  wanted: `${DISPLAYS} outputs in a row all arrive, followed by idle`,
  plain: "outputs are lost",
  steps: [{ code: `${HOST}for (let i = 0; i < ${DISPLAYS}; i++) host.show({ "text/plain": String(i) });` }],
  holds(session) {
    const shown = messagesOf(session.cells[0], "display_data").map(({ content }) => content.data);
    expect(shown).toEqual(Array.from({ length: DISPLAYS }, (_, i) => ({ "text/plain": String(i) })));
    expect(session.cells[0]?.idle).toBe(true);
  },
  fails({ cells }) {
    expect(messagesOf(cells[0], "display_data").length).toBeLessThan(DISPLAYS);
  },
};
