import { expect } from "vitest";
import { type RepairCase, types } from "../../test/repair-case.ts";
import { printed, tracebackOf } from "../../test/session.ts";

export const errors: RepairCase = {
  repair: "errors",
  alone: true,
  wanted: "a failure is sent as one error message with name, text and traceback, and not as text on stderr",
  plain: "a failure is sent as text on stderr",
  steps: [
    { code: 'const n: number = "a";\nconst s: string = 1;', stopOnError: false },
    {
      code: '// one\nfunction fail(): never {\n  throw new RangeError("too\\nfar");\n}\nfail();',
      stopOnError: false,
    },
    { code: "await 0;\nthrow { a: 1 };", stopOnError: false },
    { code: 'throw Object.assign(new Error("ENOENT: absent"), { errno: -2 });', stopOnError: false },
    {
      code: 'const bare = new Error("no\\nframe");\nbare.stack = "Error: no\\nframe";\nthrow bare;',
      stopOnError: false,
    },
    { code: 'import * as helpers from "kernel-helpers";\nhelpers.absent;', stopOnError: false },
  ],
  holds(session) {
    const [first, second, third, fourth, fifth, sixth] = session.cells;
    for (const i of [0, 1, 2, 3, 4, 5]) {
      expect(types(session, i)).toEqual(["error"]);
      expect(session.cells[i]?.reply).toMatchObject({
        status: "error",
        ...session.cells[i]?.messages.at(-1)?.content,
      });
    }
    const diagnostics = [
      "1:7 - Type 'string' is not assignable to type 'number'.",
      "2:7 - Type 'number' is not assignable to type 'string'.",
    ];
    expect(first?.reply).toMatchObject({ ename: "TypeError (types)", evalue: diagnostics.join("\n") });
    expect(first?.reply?.traceback).toEqual(expect.arrayContaining(diagnostics));
    expect(second?.reply).toMatchObject({ ename: "RangeError", evalue: "too\nfar" });
    expect(tracebackOf(second)).toMatch(/^RangeError: too\nfar\n {4}at fail /);
    expect(tracebackOf(second)).not.toMatch(/node:|tslab/);
    expect(third?.reply).toMatchObject({ ename: "Thrown", evalue: "{ a: 1 }" });
    expect(tracebackOf(fourth)).toMatch(/^Error: ENOENT: .*\n {4}at .* \{\n {2}errno: -2\n\}$/);
    expect(tracebackOf(fifth)).toBe("Error: no\nframe");
    // without the folder of the clone
    expect(sixth?.reply?.evalue).toMatch(/^2:9 - .* 'typeof import\("(?:node_modules\/)?kernel-helpers\//);
  },
  fails(session) {
    expect(new Set(types(session))).toEqual(new Set(["stream"]));
    expect(session.cells[0]?.reply).not.toHaveProperty("ename");
    expect(printed(session.cells[1], "stderr")).toMatch(/tslab.dist/);
  },
};
