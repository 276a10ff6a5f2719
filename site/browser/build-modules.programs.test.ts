import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { strictOptions } from "../../kernel/common/repairs/strict-types.cjs";
import type { DatasetIndex } from "../../kernel-helpers/src/host/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { readCourse } from "../../tools/course/course-list.ts";
import { notebookPaths } from "../../tools/notebooks/notebook-paths.ts";
import { readNotebooks } from "../../tools/typecheck/read-notebooks.ts";
import { buildModules } from "./build-modules.ts";
import { checkInMemory } from "./modules/check-in-memory.ts";

const folder = join(projectRoot, "build/fixture/modules");
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const sizeOf = (file: string): number => gzipSync(readFileSync(join(folder, file))).length;
let types: ReadonlyMap<string, string>;

beforeAll(async () => {
  await buildModules(folder);
  types = new Map(Object.entries(JSON.parse(read("types.json")) as Record<string, string>));
}, 60_000);

/** The options that the kernel passes to its compiler. */
function kernelOptions(): ts.CompilerOptions {
  const base = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, skipLibCheck: true };
  return { ...base, ...strictOptions(ts) };
}

const check = (text: string): string[] => checkInMemory(types, text, kernelOptions());

const inPage = readCourse(projectRoot)
  .lessons.filter(({ run }) => run === "any")
  .map(({ id }) => id);
const notebooks = ["notebooks", "exercises", "solutions"]
  .flatMap((folder) => readNotebooks(projectRoot, folder))
  .filter(({ file }) => inPage.some((id) => Object.values(notebookPaths(id)).includes(file)));

describe("types.json", () => {
  test("contains the types that every lesson, exercise and solution in a page needs", () => {
    expect(notebooks.length).toBeGreaterThan(inPage.length);
  });

  test.each(notebooks)("$file compiles with the types of a page", ({ cells }) => {
    expect(check(cells.map(({ text }) => text).join("\n"))).toEqual([]);
  });

  test.each([
    ["process.env.HOME;", "process"],
    ["Buffer.from('a');", "Buffer"],
    ["document.title;", "document"],
    ["require('fs');", "require"],
  ])("%s is a type error, because a page and Node do not share it", (text, name) => {
    expect(check(text)).toEqual([expect.stringContaining(`Cannot find name '${name}'`)]);
  });

  test("a module of Node is a type error", () => {
    expect(check('import { readFileSync } from "node:fs"; readFileSync("a");')).toEqual([
      expect.stringContaining("Cannot find"),
    ]);
  });

  test("values have their types: a word is not a number, and a tensor is not a promise", () => {
    const text =
      'import { openBackend, sigmoid } from "kernel-helpers";\n' +
      "const word: string = sigmoid(1);\n" +
      "const one: number = (await openBackend()).tf.scalar(1);\n" +
      "using nothing = undefined;";
    expect(check(text)).toEqual([
      "2: Type 'number' is not assignable to type 'string'.",
      "3: Type 'Scalar' is not assignable to type 'number'.",
    ]);
  });

  test("keeps the documentation that Shift-Tab shows, and no licence texts", () => {
    const text = types.get("/course/node_modules/kernel-helpers/dist/host/interrupted.d.ts");
    expect(text).toContain("Lets the event loop run");
    expect(types.get("/lib/lib.es5.d.ts")).toContain("Calls a defined callback function on each element");
    expect([...types.values()].filter((text) => text.includes("Copyright"))).toEqual([]);
  });

  test("contains no types of Node and none of the page", () => {
    expect([...types.keys()].filter((path) => path.includes(".node."))).toEqual([]);
    expect(types.has("/lib/lib.dom.d.ts")).toBe(false);
  });
});

describe("modules.json", () => {
  test("names files that exist, and keeps a first visit small", () => {
    const modules = JSON.parse(read("modules.json")) as Record<string, string>;
    expect(Object.keys(modules)).toEqual(["kernel-helpers", "@tensorflow/tfjs"]);
    for (const file of Object.values(modules)) expect(existsSync(join(folder, file))).toBe(true);
    // a third of it are the exercises, an eighth each the glossary with the drawings of networks, and the binaries
    expect(sizeOf("modules/kernel-helpers.js")).toBeLessThan(236_000);
    expect(sizeOf("types.json")).toBeLessThan(272_000);
  });

  test("kernel-helpers has the questions in a separate file, loaded for the first quiz", () => {
    expect(read("modules/kernel-helpers.js")).toContain('import("./questions.js")');
    expect(read("modules/kernel-helpers.js")).not.toContain("As near as before");
    expect(read("modules/questions.js")).toContain("As near as before");
  });

  test("kernel-helpers has what unpacks gzip in a separate file, loaded for the first such file", () => {
    expect(read("modules/kernel-helpers.js")).toContain('import("./inflate.js")');
    expect(read("modules/kernel-helpers.js")).not.toContain("incorrect data check");
    expect(read("modules/inflate.js")).toContain("incorrect data check");
  });

  test("kernel-helpers has TensorFlow.js in separate files, loaded when a backend opens", () => {
    const text = read("modules/kernel-helpers.js");
    expect(text).toContain('import("./tfjs.js")');
    expect(text).not.toMatch(/from"\.\/tfjs\.js"|import"\.\/tfjs\.js"/);
  });
});

test("the data sets that lessons name have the bytes of their index, and those that may not be passed on are not there", () => {
  const index = JSON.parse(read("datasets/index.json")) as DatasetIndex;
  expect(Object.keys(index)).toContain("toy");
  for (const { file, bytes, sha256, package: from } of Object.values(index)) {
    expect(existsSync(join(folder, "datasets", file)), file).toBe(from === undefined);
    if (from) continue;
    const content = readFileSync(join(folder, "datasets", file));
    expect([content.length, createHash("sha256").update(content).digest("hex")]).toEqual([bytes, sha256]);
  }
});
