import { builtinModules } from "node:module";
import { join } from "node:path";
import { type BuildResult, build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import budget from "./browser-budget.json" with { type: "json" };
import { helpers } from "./planted-copy.ts";

type Bundle = BuildResult<{ write: false; metafile: true }>;

/** Each comes in a file of its own, for the first quiz and the first gzip file: a page does not load them with the library. */
const ON_DEMAND = ["./all-questions.ts", "./inflate.browser.ts"];

/** Bundles every portable stage for a browser, as the site does. */
function bundle(external: string[]): Promise<Bundle> {
  return build({
    entryPoints: [join(helpers, "src/index.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    conditions: ["source", "browser"],
    external: [...external, ...ON_DEMAND],
    write: false,
    metafile: true,
    logLevel: "silent",
    outdir: join(helpers, "dist/bundle"),
  });
}

describe.each([
  ["with TensorFlow.js", [], budget.withTensorflow],
  ["without TensorFlow.js", ["@tensorflow/*"], budget.withoutTensorflow],
])("the browser bundle %s", (_, external, bytes) => {
  let made: Bundle;
  beforeAll(async () => {
    made = await bundle([...external]);
  });

  test("builds without warnings, which would mean an empty import.meta or a missing Node built-in", () => {
    expect(made.warnings.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });

  test("contains no file for Node and imports no Node built-in", () => {
    const inputs = Object.keys(made.metafile.inputs);
    expect(inputs.length).toBeGreaterThan(100);
    expect(inputs.filter((path) => /\.node\.ts$|src\/cli\//.test(path))).toEqual([]);
    const imported = Object.values(made.metafile.outputs).flatMap(({ imports }) =>
      imports.map(({ path }) => path),
    );
    expect(imported.filter((path) => builtinModules.includes(path.replace(/^node:/, "")))).toEqual([]);
  });

  test("stays within browser-budget.json, and uses most of that budget", () => {
    const [output] = made.outputFiles;
    expect(output?.contents.length).toBeLessThanOrEqual(bytes);
    expect(output?.contents.length).toBeGreaterThan(bytes * 0.8);
  });
});

test("a Node built-in in a portable file fails the bundle", async () => {
  const stdin = { contents: 'import "node:fs/promises";', resolveDir: helpers };
  await expect(
    build({ stdin, bundle: true, platform: "browser", write: false, logLevel: "silent" }),
  ).rejects.toThrow('Could not resolve "node:fs/promises"');
});
