import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const callbacks: RepairCase = {
  repair: "callbacks",
  wanted: "process.stdout.write() calls its callback",
  plain: "code that awaits the callback hangs",
  steps: [
    {
      code: `const written = new Promise<string>((done) => process.stdout.write("text ", () => done("called")));
const late = new Promise<string>((done) => setTimeout(() => done("forgotten"), 300));
console.log(await Promise.race([written, late]));`,
    },
  ],
  holds: ({ cells }) => expect(printed(cells[0])).toBe("text called\n"),
  fails: ({ cells }) => expect(printed(cells[0])).toBe("text forgotten\n"),
};
