import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { pathKernels, pythonPrefix, userKernels } from "./kernel-places.mjs";

const folder = mkdtempSync(join(tmpdir(), "w2v-kernel-places-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("pythonPrefix() asks Python for its environment, and says what to do without Python", () => {
  expect(pythonPrefix(environmentProgram(projectRoot, "python"))).toBe(join(projectRoot, ".venv"));
  expect(() => pythonPrefix(join(folder, "no-python"))).toThrow("Remedy: --python FILE, or --prefix FOLDER");
});

test.each([
  ["linux", {}, "/h/.local/share/jupyter/kernels"],
  ["linux", { XDG_DATA_HOME: "/x" }, "/x/jupyter/kernels"],
  ["darwin", { XDG_DATA_HOME: "/x" }, "/h/Library/Jupyter/kernels"],
  ["win32", { APPDATA: "/a" }, "/a/jupyter/kernels"],
  ["win32", {}, "/h/.jupyter/data/kernels"],
  ["darwin", { JUPYTER_DATA_DIR: "/d" }, "/d/kernels"],
])("userKernels() on %s with %o is %s", (platform, env, expected) => {
  expect(userKernels({ platform, env, home: "/h" })).toBe(join(expected));
});

test("pathKernels() are those of JUPYTER_PATH", () => {
  expect(pathKernels({ env: {} })).toEqual([]);
  const env = { JUPYTER_PATH: ["/a b", "/c"].join(delimiter) };
  expect(pathKernels({ env })).toEqual([join("/a b/kernels"), join("/c/kernels")]);
});
