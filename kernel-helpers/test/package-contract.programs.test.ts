import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import manifest from "../package.json" with { type: "json" };
import { helpers } from "./planted-copy.ts";

beforeAll(() => {
  const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-b", join(helpers, "tsconfig.portable.json")]);
});

test("package.json serves old and new resolvers: main and types, and exports by condition", () => {
  expect(manifest.type).toBe("module");
  expect(manifest.main).toBe("./dist/index.js");
  expect(manifest.types).toBe("./dist/index.d.ts");
  // "types" first: a resolver takes the first condition that matches
  expect(Object.keys(manifest.exports["."])).toEqual(["types", "browser", "default"]);
  for (const file of [manifest.bin.w2v, ...Object.values(manifest.exports["."])]) {
    expect(existsSync(join(helpers, file)), file).toBe(true);
  }
});

test("each package import names a source, a browser and a default file, and all of them exist", () => {
  for (const [name, { source, browser, default: node }] of Object.entries(manifest.imports)) {
    expect(Object.keys(source), name).toEqual(["browser", "default"]);
    for (const file of Object.values(source)) expect(existsSync(join(helpers, file)), file).toBe(true);
    expect([browser, node]).toEqual(Object.values(source).map(builtFrom));
  }
});

test("no declaration that a lesson reads imports #host or similar, which only this package can resolve", () => {
  const declarations = reachable(join(helpers, "dist/index.d.ts"));
  expect(declarations.size).toBeGreaterThan(50);
  for (const [file, text] of declarations) {
    expect(
      importsOf(text).filter((path) => path.startsWith("#")),
      file,
    ).toEqual([]);
  }
});

function builtFrom(source: string): string {
  return source.replace("./src/", "./dist/").replace(/\.ts$/, ".js");
}

/** Declaration files that `entry` imports by relative paths, directly or not: file -> text. */
function reachable(entry: string, found: Map<string, string> = new Map()): Map<string, string> {
  if (found.has(entry)) return found;
  const text = readFileSync(entry, "utf8");
  found.set(entry, text);
  for (const path of importsOf(text).filter((one) => one.startsWith("."))) {
    reachable(join(dirname(entry), path.replace(/\.[jt]s$/, ".d.ts")), found);
  }
  return found;
}

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, path = ""]) => path);
}
