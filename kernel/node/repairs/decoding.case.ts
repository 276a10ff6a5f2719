import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const decoding: RepairCase = {
  repair: "decoding",
  wanted: "a character written in two pieces is shown whole, and text is decoded in its own encoding",
  plain: "a character written in two pieces becomes replacement characters",
  steps: [
    {
      code: `const bytes = Buffer.from("词🎉\\n");
for (const byte of bytes) process.stdout.write(Uint8Array.of(byte));
process.stdout.write("e8af8d0a", "hex");`,
    },
  ],
  holds: ({ cells }) => expect(printed(cells[0])).toBe("词🎉\n词\n"),
  fails: ({ cells }) => expect(printed(cells[0])).toContain("\uFFFD"),
};
