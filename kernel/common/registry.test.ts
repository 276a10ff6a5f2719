import { describe, expect, test } from "vitest";
import { caseFiles, casesOf, entriesOf } from "../test/load-cases.ts";
import { REGISTRY, repairsOf } from "./registry.cjs";

const inPage = { advice: () => {}, imports: () => {}, loops: () => {} };

const byName = (name: string): (typeof REGISTRY)[number] | undefined =>
  REGISTRY.find((entry) => entry.name === name);

describe("repairsOf()", () => {
  test("inserts a host's own repairs in their places", () => {
    const repairs = repairsOf("page", inPage);
    expect(repairs.map(([name]) => name)).toEqual(
      entriesOf("page")
        .map(({ name }) => name)
        .filter((name) => name !== "typescript"),
    );
    for (const [name, repair] of repairs) {
      expect(repair).toBe(name in inPage ? inPage[name as keyof typeof inPage] : byName(name)?.repair);
      expect(repair).toBeInstanceOf(Function);
    }
  });

  test("names a place that a host does not fill, and a repair without a place", () => {
    expect(() => repairsOf("page", { ...inPage, extra: () => {} })).toThrow("see extra");
    const { advice, imports } = inPage;
    expect(() => repairsOf("page", { advice, imports })).toThrow("see loops");
    expect(() => repairsOf("node", inPage)).toThrow(/see sending, .*advice, loops/);
  });
});

test.each(["node", "page"] as const)(
  "each repair of the registry has a case, and no other file is one: %s",
  async (host) => {
    const entries = entriesOf(host).map(({ name }) => name);
    const cases = (await casesOf(host)).map(({ repair }) => repair);
    expect(cases.sort()).toEqual(entries.sort());
    expect(caseFiles(host).filter((name) => !entries.includes(name))).toEqual([]);
  },
);
