import { expect } from "vitest";
import { type RepairCase, status } from "../../test/repair-case.ts";
import { printed } from "../../test/session.ts";

export const keeping: RepairCase = {
  repair: "keeping",
  wanted: "a failing cell keeps what it has set so far and leaves everything else as it was",
  plain: "the variables of a failing cell are lost, and so are earlier ones that it was about to redeclare",
  steps: [
    {
      code: 'const older = "older", both = 1;\nimport { sigmoid, seededRandom } from "kernel-helpers";',
      stopOnError: false,
    },
    {
      code: `import { softplus } from "kernel-helpers";
interface Kept { readonly a: number }
const made: Kept = { a: 1 }, { first, second: [third] } = { first: 1, second: ["x"] };
let empty: number | undefined;
function twice(x: number): number { return 2 * x; }
class Model { readonly size = 3 }
await 0;
const both: string = "new", older: number = fail(), unreached = 1;
function fail(): never { throw new Error("stop"); }
class Unreached {}
const sigmoid = 1;`,
      stopOnError: false,
    },
    {
      code: `const kept: Kept = made;
console.log(kept, first + 1, third.length, empty, twice(2), new Model().size, softplus(-800));
console.log(older.toUpperCase(), both, sigmoid(800) + 2);`,
      stopOnError: false,
    },
    { code: "console.log(unreached, Unreached);", stopOnError: false },
    { code: 'const made: string = "a", more: string = 1;', stopOnError: false },
    { code: "console.log(made.a, older);", stopOnError: false },
    {
      code: 'const stayed = 5;\nconsole.log("go");\nawait new Promise((done) => setTimeout(done, 5000));',
      interruptOn: "go",
      stopOnError: false,
    },
    { code: "console.log(stayed);", stopOnError: false },
  ],
  holds(session) {
    const { cells } = session;
    expect(cells[1]?.reply?.evalue).toBe("stop");
    expect(cells[2]?.reply?.evalue).toBe(undefined);
    expect(printed(cells[2])).toBe("{ a: 1 } 2 1 undefined 4 3 0\nOLDER new 3\n");
    expect(cells[3]?.reply?.evalue).toMatch(/Cannot find name 'unreached'.*\n.*Cannot find name 'Unreached'/);
    expect(status(session, 4)).toBe("error");
    expect(printed(cells[5])).toBe("1 older\n");
    expect(cells[6]?.reply?.ename).toBe("Interrupted");
    expect(printed(cells[7])).toBe("5\n");
  },
  fails({ cells }) {
    expect(cells[2]?.reply?.evalue).toMatch(/Cannot find name 'made'/);
  },
};
