import { expect } from "vitest";
import type { RepairCase } from "../../test/repair-case.ts";
import { messagesOf, printed } from "../../test/session.ts";

export const input: RepairCase = {
  repair: "input",
  wanted: "input() asks in the front end, is typed, and throws if nobody can answer",
  plain: "there is no input()",
  steps: [
    {
      code: `console.log("hello");
const person: string = await input("name? ");
console.log(person, ...(await Promise.all([input("one "), input()])));`,
      inputs: ["Ada 词", "1", "2"],
    },
    { code: "await input(1);", inputs: [], stopOnError: false },
    { code: 'await input("name? ");', stopOnError: false },
  ],
  holds({ cells }) {
    expect(printed(cells[0])).toBe("hello\nAda 词 1 2\n");
    const asked = messagesOf(cells[0], "input_request").map(({ content }) => content);
    expect(asked).toEqual(["name? ", "one ", ""].map((prompt) => ({ prompt, password: false })));
    expect(cells[1]?.reply?.evalue).toMatch(/'number' is not assignable to parameter of type 'string'/);
    expect(cells[2]?.reply?.evalue).toMatch(/^Cannot ask for input: this front end takes none/);
  },
  fails: ({ cells }) => expect(cells[0]?.reply?.evalue).toMatch(/Cannot find name 'input'/),
};
