import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { environmentProgram, projectRoot } from "../setup/paths.mjs";
import { requirePython } from "./require-python.ts";

test("requirePython() returns the environment's Python", () => {
  expect(requirePython(projectRoot, "write the site")).toBe(environmentProgram(projectRoot, "python"));
});

test("requirePython() says what needs Python, what does not, and what to do", () => {
  expect(() => requirePython(tmpdir(), "write the site")).toThrow(
    /^Cannot write the site: there is no .venv with the Python packages\. Python runs .* served without it\. Remedy: npm run setup/,
  );
});
