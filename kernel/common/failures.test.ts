import { createRequire } from "node:module";
import { join } from "node:path";
import { inspect } from "node:util";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { declarationsAfter } from "./declarations.cjs";
import { describeFailure } from "./describe-failure.cjs";

// loaded as the kernel loads it, so that the class is the same
const { Interrupted, isInterrupted } = createRequire(import.meta.url)(
  "./interrupted.cjs",
) as typeof import("./interrupted.cjs");

const folder = join("/home", "ada");
const places = {
  folder,
  lines: new Map([[7, (line: number, column: number) => (line > 9 ? undefined : line + column)]]),
};

/** An error with the given lines as its stack. */
function errorAt(...frames: string[]): Error {
  const error = new RangeError("too far");
  error.stack = ["RangeError: too far", ...frames.map((frame) => `    at ${frame}`)].join("\n");
  return error;
}

/** A Proxy that throws, whatever is done with it. */
const trap = (): never => {
  throw new Error("trap");
};
const traps = { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap, getOwnPropertyDescriptor: trap };
const revoked = Proxy.revocable({}, {});
revoked.revoke();

test("an error of a class that sets no name has the name of its class", () => {
  class Refused extends Error {}
  class Named extends Error {
    override name = "Other";
  }
  const places = { folder: "/project", lines: new Map() };
  const names = [new Refused("x"), new Named("x"), new Error("x")].map(
    (error) => describeFailure([], error, places).ename,
  );
  expect(names).toEqual(["Refused", "Other", "Error"]);
});

describe("describeFailure()", () => {
  test.each<[string, unknown]>([
    ["an error whose name is a symbol", Object.assign(new Error("x"), { name: Symbol("s") })],
    ["an error whose message is a symbol", Object.assign(new Error("x"), { message: Symbol("s") })],
    ["an error without a name", Object.assign(new Error("x"), { name: undefined })],
    ["getters that throw", Object.defineProperties({}, { name: { get: trap }, message: { get: trap } })],
    ["a stack that throws", Object.defineProperty(new Error("x"), "stack", { get: trap })],
    ["an inspect method that throws", { [inspect.custom]: trap }],
    ["a toString() that throws", { name: { toString: trap }, message: "m" }],
    ["a Proxy that throws", new Proxy({}, traps)],
    ["a Proxy of an error that throws", new Proxy(new Error("x"), traps)],
    ["a revoked Proxy", revoked.proxy],
    ["a symbol", Symbol("s")],
    ["nothing", undefined],
  ])("describes %s in strings", (_, thrown) => {
    const { ename, evalue, traceback } = describeFailure([], thrown, places);
    expect([typeof ename, typeof evalue]).toEqual(["string", "string"]);
    expect(traceback.length).toBeGreaterThan(0);
    for (const line of traceback) expect(line).toBeTypeOf("string");
    expect(isInterrupted(thrown)).toBe(false);
  });

  test("shows positions in cells and in the project's files, and leaves out frames of the kernel", () => {
    const error = errorAt(
      "f (cell-7:3:2)",
      "eval (cell-7:4:1)",
      "g (cell-7:12:1)",
      `h (${join(folder, "work", "a.ts")}:1:1)`,
      "Proxy.i (cell-7:1:1)",
      "node:internal/modules:1:1",
      "run (/x/tslab/dist/executor.js:1:1)",
      `own (${join(import.meta.dirname, "cells.cjs")}:1:1)`,
      "run (https://host/try/worker.js:1:1)",
    );
    expect(describeFailure([], error, places)).toEqual({
      ename: "RangeError",
      evalue: "too far",
      traceback: [
        "RangeError: too far",
        "    at f (cell 7, line 5)",
        "    at cell 7, line 5",
        "    at g (cell-7:12:1)",
        `    at h (${join("work", "a.ts")}:1:1)`,
        "    at i (cell 7, line 2)",
      ],
    });
  });

  test("keeps an error's fields after a last frame that is left out", () => {
    const error = Object.assign(errorAt("f (cell-7:3:2)", "node:vm:1:1"), { code: 5 });
    expect(describeFailure([], error, places).traceback).toEqual([
      "RangeError: too far",
      "    at f (cell 7, line 5) {",
      "  code: 5",
      "}",
    ]);
  });

  test("removes the brackets around an error without frames, and the line of code above an error", () => {
    expect(describeFailure([], errorAt(), places).traceback).toEqual(["RangeError: too far"]);
    const error = errorAt("f (cell-7:3:2)");
    error.stack = `cell-7:3\n  const x;\n\n${error.stack}`;
    expect(describeFailure([], error, places).traceback[0]).toBe("RangeError: too far");
  });

  test("names a thrown value that is not an error", () => {
    for (const thrown of [null, 5, { name: "a" }, { message: "b" }]) {
      expect(describeFailure([], thrown, places).ename).toBe("Thrown");
    }
    expect(describeFailure([["text"]], undefined, places)).toMatchObject({ evalue: "'text'" });
  });

  test("distinguishes an interrupt from an error with the same text", () => {
    const stopped = errorAt("f (/x/tslab/dist/executor.js:1:1)");
    stopped.message = "Interrupted asynchronously";
    expect(describeFailure([], stopped, places).ename).toBe("Interrupted");
    expect(describeFailure([], new Interrupted(), places)).toEqual({
      ename: "Interrupted",
      evalue: "the cell was stopped before its end",
      traceback: ["Interrupted: the cell was stopped before its end"],
    });
    const own = errorAt("f (cell-7:1:1)");
    own.message = "Interrupted asynchronously";
    expect(describeFailure([], own, places).ename).toBe("RangeError");
    expect(describeFailure([], errorAt("f (/x/tslab/dist/executor.js:1:1)"), places).ename).toBe(
      "RangeError",
    );
  });

  test("shows every diagnostic, with its source lines only in the traceback", () => {
    const complaint = ["%s%d:%d - %s", "", 2, 5, `typeof import("${join(folder, "index")}")`, "  x;", "  ~"];
    expect(describeFailure([complaint, complaint.slice(0, 5)], undefined, places)).toEqual({
      ename: "TypeError (types)",
      evalue: '2:5 - typeof import("index")\n2:5 - typeof import("index")',
      traceback: [
        "TypeError (types): nothing of this cell was run",
        '2:5 - typeof import("index")',
        "  x;",
        "  ~",
        '2:5 - typeof import("index")',
      ],
    });
  });
});

test("isInterrupted() is true only for its own class", () => {
  expect([new Interrupted(), new Error("Interrupted"), undefined].map(isInterrupted)).toEqual([
    true,
    false,
    false,
  ]);
});

describe("declarationsAfter()", () => {
  const after = (before: string, later: string, ...unset: string[]): string =>
    declarationsAfter(ts as never, before, later, new Set(unset)).trim();

  test("has what the cell set, and the earlier declarations of names that it did not set", () => {
    const before = "declare let x: string, z: string;";
    expect(after(before, "declare let x: number, y: number;", "x")).toBe(
      "declare let y: number;declare let x: string;",
    );
    expect(after(before, "declare let x: number, y: number;")).toBe("declare let x: number, y: number;");
    expect(after("", "declare let x: number, y: number;", "x", "y")).toBe("");
    expect(after("", "declare function f(): void;\ndeclare class C {}", "f")).toBe("declare class C {}");
  });

  test("keeps the cell's types, and no earlier ones", () => {
    expect(after("interface I {}\ntype T = 1;", "interface J {}\ntype U = 1;", "I", "J", "U")).toBe(
      "interface J {}\ntype U = 1;",
    );
  });

  test("finds the names in imports of every form", () => {
    expect(after("", 'import { a, b, c } from "m";', "b")).toBe('import { a, c } from "m";');
    expect(after("", 'import d from "m";\nimport * as n from "n";', "d", "n")).toBe("");
    expect(after("", 'import d from "m";\nimport * as n from "n";', "n")).toBe('import d from "m";');
  });
});
