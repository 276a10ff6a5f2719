import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as library from "../src/index.ts";
import { helpers } from "./planted-copy.ts";

interface Example {
  /** Path of the file relative to src/. */
  readonly file: string;
  readonly expression: string;
  readonly value: string;
}

const LINE = /^(.+); \/\/ (.+)$/;

/** The lines of every doc comment in `text`, without their stars. */
function docComments(text: string): string[][] {
  return [...text.matchAll(/\/\*\*(.*?)\*\//gs)].map(([, comment = ""]) =>
    comment.split("\n").map((line) => line.replace(/^\s*\*?\s?/, "").trim()),
  );
}

/** The examples of a file; throws for a line below @example that is not one, because it would never be executed. */
function examplesOf(file: string): Example[] {
  return docComments(readFileSync(join(helpers, "src", file), "utf8")).flatMap((lines) => {
    const at = lines.indexOf("@example");
    const block = at < 0 ? [] : lines.slice(at + 1).filter((line) => line !== "");
    return block.map((line) => {
      const [, expression, value] = LINE.exec(line) ?? [];
      if (expression === undefined || value === undefined) {
        throw new SyntaxError(
          `Cannot execute an example of ${file}: it must have the form "expression; // value", but is: ${line}`,
        );
      }
      return { file, expression, value };
    });
  });
}

const files = readdirSync(join(helpers, "src"), { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !/\.(?:test|suite|browser)\.ts$|\.d\.ts$|cli[\\/]main\.ts$/.test(file),
);
const examples = files.flatMap(examplesOf);

/** The value of an expression, which may use every export of the library and of its own file. */
async function evaluate(file: string, expression: string): Promise<unknown> {
  const scope = { ...library, ...(await import(join(helpers, "src", file))) };
  return new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope));
}

describe("the examples in the doc comments", () => {
  test("are found", () => {
    expect(examples.length).toBeGreaterThanOrEqual(12);
  });

  test.each(examples)("$file: $expression", async ({ file, expression, value }) => {
    expect(await evaluate(file, expression)).toEqual(await evaluate(file, value));
  });

  test("are all below @example, where readers and this test look for them", () => {
    const strays = files.flatMap((file) =>
      docComments(readFileSync(join(helpers, "src", file), "utf8")).flatMap((lines) =>
        lines
          .slice(0, lines.includes("@example") ? lines.indexOf("@example") : lines.length)
          .filter((line) => LINE.test(line)),
      ),
    );
    expect(strays).toEqual([]);
  });

  test("would fail with a wrong value", async () => {
    expect(await evaluate("base/functions.ts", "sigmoid(0)")).not.toEqual(
      await evaluate("base/functions.ts", "0.4"),
    );
  });
});
