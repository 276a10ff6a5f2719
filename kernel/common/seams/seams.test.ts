import { describe, expect, test } from "vitest";
import { fakeTslab } from "../../test/fake-tslab.ts";
import type { Tslab } from "../tslab-types.d.ts";
import { nested } from "./nested.cjs";
import { openSeams } from "./seams.cjs";

/** A stand-in for tslab: its compiler knows two cells, its executor runs what it is given. */
function plainTslab(): {
  tslab: Tslab;
  convert(source: string): unknown;
  run(source: string): Promise<unknown>;
} {
  const made: Record<string, object> = {
    good: { output: '"use strict";\nf();', declOutput: "declare const a: 1;", diagnostics: [] },
    bad: { diagnostics: [{}] },
  };
  const seen: string[] = [];
  const converter = {
    createConverter: () => ({
      convert: (declarations: string, source: string) => {
        seen.push(declarations);
        return made[source];
      },
    }),
  };
  let converters: ReturnType<typeof converter.createConverter> | undefined;
  const executor = {
    createExecutor(_root: string, _converters: object, console: Console) {
      Object.assign(globalThis, { __tslab__: {} });
      return {
        async execute(source: string) {
          const converted = converters?.convert("", source) as { output?: string };
          console.error(source);
          return converted?.output !== undefined;
        },
      };
    },
  };
  const typescript = { createWatchCompilerHost: () => ({}), transpileModule: () => ({ outputText: "" }) };
  const { tslab } = fakeTslab({ converter, executor, typescript } as never);
  return {
    tslab,
    convert(source) {
      converters ??= converter.createConverter();
      return converters.convert("", source);
    },
    async run(source) {
      converters ??= converter.createConverter();
      const said: unknown[] = [];
      const console = { error: (...values: unknown[]) => said.push(...values) } as unknown as Console;
      const created = executor.createExecutor("", {}, console);
      return [await created.execute(source), said, seen.at(-1)];
    },
  };
}

describe("compiling", () => {
  test("prologue() inserts statements after the directive, in the first line, in the order of the repairs", () => {
    const { tslab, convert } = plainTslab();
    const { compiling } = openSeams(tslab);
    compiling.prologue(() => "first();");
    compiling.prologue(() => undefined);
    compiling.prologue((source) => `await second("${source}");`);
    expect(convert("good")).toMatchObject({
      output: '"use strict"; first(); await second("good"); \nf();',
      hasToplevelAwait: true,
    });
    expect(convert("bad")).toEqual({ diagnostics: [{}] });
  });

  test("a cell without a prologue is not changed", () => {
    const { tslab, convert } = plainTslab();
    openSeams(tslab).compiling.prologue(() => undefined);
    expect(convert("good")).toMatchObject({ output: '"use strict";\nf();' });
    expect(convert("good")).not.toHaveProperty("hasToplevelAwait");
  });

  test("converted() gives each repair the cell as the previous repair changed it", () => {
    const { tslab, convert } = plainTslab();
    const { compiling } = openSeams(tslab);
    compiling.converted((converted, source) => ({ ...converted, output: `${source}1` }));
    compiling.converted((converted) => ({ ...converted, output: `${converted.output}2` }));
    expect(convert("good")).toMatchObject({ output: "good12" });
  });

  test("the declarations are those of the last cell that succeeded", async () => {
    const { tslab, run } = plainTslab();
    const { compiling } = openSeams(tslab);
    await run("bad");
    expect(compiling.declarations).toBe("");
    await run("good");
    expect(compiling.declarations).toBe("declare const a: 1;");
    const [succeeded, , given] = (await run("bad")) as unknown[];
    expect([succeeded, given]).toEqual([false, "declare const a: 1;"]);
    expect(compiling.declarations).toBe("declare const a: 1;");
  });

  test("whenCompiling() is called for every use of the compiler, failures included", () => {
    const { compiling } = openSeams(plainTslab().tslab);
    const order: string[] = [];
    for (const name of ["inner", "outer"]) {
      compiling.whenCompiling((compile) => {
        order.push(`${name} begins`);
        try {
          return compile();
        } finally {
          order.push(`${name} ends`);
        }
      });
    }
    expect(compiling.compiling(() => 42)).toBe(42);
    expect(() =>
      compiling.compiling(() => {
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(order.slice(0, 4)).toEqual(["outer begins", "inner begins", "inner ends", "outer ends"]);
    expect(order).toHaveLength(8);
  });
});

describe("running", () => {
  test("what compiled code sees under the name __tslab__ cannot be replaced by a cell", async () => {
    const { tslab, run } = plainTslab();
    openSeams(tslab);
    for (let executors = 0; executors < 2; executors++) await run("good");
    const fixed = { writable: false, enumerable: false, value: {} };
    expect(Object.getOwnPropertyDescriptor(globalThis, "__tslab__")).toMatchObject(fixed);
  });

  test("of two console changes the later one sees output last; of two executions the later one is outside", async () => {
    const { tslab, run } = plainTslab();
    const { running } = openSeams(tslab);
    const order: string[] = [];
    for (const name of ["first", "second"]) {
      running.console((console) => ({ ...console, error: (...values) => console.error(name, ...values) }));
      running.execute(async (execute, source) => {
        order.push(`${name} ${source}`);
        return execute();
      });
    }
    const [succeeded, said] = (await run("good")) as unknown[];
    expect(succeeded).toBe(true);
    expect(said).toEqual(["second", "first", "good"]);
    expect(order).toEqual(["second good", "first good"]);
  });
});

test("nested() runs the innermost function inside all others", () => {
  const around = (name: string) => (inner: () => string) => `${name}(${inner()})`;
  expect(nested(() => "x", [around("a"), around("b")])).toBe("b(a(x))");
  expect(nested(() => "x", [])).toBe("x");
});
