import { expect } from "vitest";
import type { RepairCase } from "../../../test/repair-case.ts";

export const advice: RepairCase = {
  repair: "advice",
  wanted: "an error about a name or module of Node says that only Node has it",
  plain: "the error advises the learner to install Node's types",
  steps: [
    { code: "process.env;", stopOnError: false },
    { code: 'import { readFileSync } from "node:fs";\nreadFileSync;', stopOnError: false },
    { code: "absent;", stopOnError: false },
  ],
  holds({ cells }) {
    expect(cells[0]?.reply?.evalue).toBe(
      "1:1 - Cannot find name 'process'. Node APIs are not available in the browser: run this lesson in Node.",
    );
    expect(cells[1]?.reply?.evalue).toMatch(
      /^1:\d+ - .*'node:fs'.* Node APIs are not available in the browser: .*Node\.$/,
    );
    expect(cells[2]?.reply?.evalue).toBe("1:1 - Cannot find name 'absent'.");
  },
  fails: ({ cells }) => expect(cells[0]?.reply?.evalue).toMatch(/Try `npm i/),
};
