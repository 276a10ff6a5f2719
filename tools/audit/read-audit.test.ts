import { expect, test } from "vitest";
import { npmVerdict, type Printed, pythonVerdict } from "./read-audit.ts";

const stdout = (text: string): Printed => ({ stdout: text, stderr: "a warning\nthe reason\n" });
const npm = (total: number): Printed =>
  stdout(
    JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { total } } }),
  );

test("npmVerdict() tells no vulnerability from some", () => {
  expect(npmVerdict(npm(0))).toEqual({ line: "npm packages: no known vulnerability", found: 0 });
  expect(npmVerdict(npm(2))).toEqual({
    line: "npm packages: known vulnerabilities: 2 (npm audit lists them). Remedy: a newer version",
    found: 2,
  });
});

test.each([
  ["the answer", '{ "message": "405 Method Not Allowed", "statusCode": 405 }', "405 Method Not Allowed"],
  ["npm", "", "the reason"],
  ["npm", "null", "the reason"],
])("npmVerdict() says that nothing was asked, with the reason of %s: %s", (_, text, reason) => {
  expect(npmVerdict(stdout(text))).toEqual({
    line: `npm packages: not checked: ${reason}. Remedy: run it where the service can be reached`,
    found: undefined,
  });
});

const python = (...dependencies: object[]): Printed => stdout(JSON.stringify({ dependencies, fixes: [] }));
const good = { name: "a", version: "1", vulns: [] };
const bad = { name: "b", version: "2", vulns: [{ id: "PYSEC-1" }, { id: "PYSEC-2" }] };
const unknown = { name: "c", skip_reason: "Dependency not found" };

test("pythonVerdict() names each vulnerability, and counts packages without an answer", () => {
  expect(pythonVerdict(python(good), "lock")).toEqual({
    line: "lock: no known vulnerability",
    found: 0,
  });
  expect(pythonVerdict(python(good, bad, unknown), "lock")).toEqual({
    line: "lock: known vulnerabilities: 2 (b 2: PYSEC-1, b 2: PYSEC-2). Remedy: a newer version; the service does not know 1 of them",
    found: 2,
  });
});

test.each([
  [python(unknown), "Dependency not found"],
  [python(), "the reason"],
  [stdout(""), "the reason"],
  [stdout("Traceback"), "the reason"],
  [stdout("null"), "the reason"],
])("pythonVerdict() says that nothing was asked, with the reason: %j", (printed, reason) => {
  expect(pythonVerdict(printed, "lock").line).toBe(
    `lock: not checked: ${reason}. Remedy: run it where the service can be reached`,
  );
});

test("a program that says nothing is told", () => {
  expect(npmVerdict({ stdout: "", stderr: "" }).line).toContain("not checked: the program said nothing.");
});
