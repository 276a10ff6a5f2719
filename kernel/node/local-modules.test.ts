import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { LocalModules } from "./local-modules.cjs";

const folder = mkdtempSync(join(tmpdir(), "w2v-local-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a cell in `folder` gets of a JSON file with this text. */
function required(text: string): unknown {
  writeFileSync(join(folder, "some.json"), text);
  return new LocalModules().require("./some.json", folder.replaceAll("\\", "/"));
}

test("a JSON file is read, also with a byte order mark", () => {
  expect(required('{ "kept": 7 }')).toEqual({ kept: 7 });
  expect(required('\ufeff{ "kept": 7 }')).toEqual({ kept: 7 });
});

test("an error in a JSON file names the file", () => {
  expect(() => required('{ "kept": ')).toThrow(/^Cannot read .*some\.json as JSON: /);
});
