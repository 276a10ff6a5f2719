import { expect, test } from "vitest";
import { npmVerdict, pythonVerdict } from "./read-audit.ts";

const npm = (total: number): string =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata: { vulnerabilities: { total } } });

test("npmVerdict() tells no vulnerability from some", () => {
  expect(npmVerdict(npm(0))).toEqual({ line: "npm packages: no known vulnerability", found: 0 });
  expect(npmVerdict(npm(2))).toEqual({
    line: "npm packages: known vulnerabilities: 2 (npm audit lists them). Remedy: a newer version",
    found: 2,
  });
});

test.each([
  ["a registry without the service", '{ "message": "405 Method Not Allowed", "statusCode": 405 }'],
  ["no network", '{ "message": "connect ECONNREFUSED", "error": { "summary": "" } }'],
  ["no output", ""],
  ["no object", "null"],
])("npmVerdict() says in plain words that nothing was asked: %s", (_, text) => {
  expect(npmVerdict(text)).toEqual({
    line: "npm packages: not checked, as the npm registry cannot be asked from here",
    found: 0,
  });
});

const python = (...dependencies: object[]): string => JSON.stringify({ dependencies, fixes: [] });
const good = { name: "a", version: "1", vulns: [] };
const bad = { name: "b", version: "2", vulns: [{ id: "PYSEC-1" }, { id: "PYSEC-2" }] };
const unknown = { name: "c", skip_reason: "Dependency not found" };

test("pythonVerdict() names each vulnerability, and counts packages without an answer", () => {
  expect(pythonVerdict(python(good), "lock")).toEqual({
    line: "Python packages: no known vulnerability",
    found: 0,
  });
  expect(pythonVerdict(python(good, bad, unknown), "lock")).toEqual({
    line: "Python packages: known vulnerabilities: 2 (b 2: PYSEC-1, b 2: PYSEC-2). Remedy: a newer version; 1 of lock are unknown to the service",
    found: 2,
  });
});

test.each([python(unknown), python(), "", "Traceback (most recent call last):", "null"])(
  "pythonVerdict() says that nothing was asked: %s",
  (text) => {
    expect(pythonVerdict(text, "lock").line).toBe(
      "Python packages: not checked, as the service of pip-audit cannot be asked from here",
    );
  },
);
