import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { type Results, reliabilityDocument } from "./document.ts";
import { KINDS } from "./kinds.ts";

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");
const results = JSON.parse(read("tools/attack/results.json")) as Results;

test("docs/reliability.md shows the last whole run, of every kind; npm run attack -- --write renews it", () => {
  expect(Object.keys(results.outcomes)).toEqual(Object.keys(KINDS));
  expect(read("docs/reliability.md")).toBe(reliabilityDocument(KINDS, results));
});

test("the document lists what was not survived, and what was not tried", () => {
  const [key = ""] = Object.keys(KINDS);
  const outcome = { tried: 3, skipped: ["two: there is no mkfifo"], failures: ["one: it died"] };
  const text = reliabilityDocument(KINDS, { run: "2026-01-01", seed: 2, outcomes: { [key]: outcome } });
  expect(text).toContain("| 3 | 2 |");
  expect(text).toContain("Not survived:\n\n- one: it died\n");
  expect(text).toContain("Not tried, as the machine lacked something:\n\n- two: there is no mkfifo\n");
});
