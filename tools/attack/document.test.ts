import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { reliabilityDocument } from "./document.ts";
import { SLICES } from "./slices.ts";

test("docs/reliability.md shows every kind of attack, all survived; npm run attack -- --write renews it", () => {
  const outcomes = Object.values(SLICES).map((slice) => {
    const tried = slice.attacks(1, seededRandom(1)).length;
    return { slice, tried, skipped: [], failures: [] };
  });
  const shown = readFileSync(join(projectRoot, "docs/reliability.md"), "utf8");
  expect(shown).toBe(reliabilityDocument(outcomes, 1));
});

test("the document lists what was not survived, and what was not tried", () => {
  const [slice] = Object.values(SLICES);
  if (slice === undefined) throw new Error("there are no attacks");
  const text = reliabilityDocument(
    [{ slice, tried: 3, skipped: ["two: there is no mkfifo"], failures: ["one: it died"] }],
    2,
  );
  expect(text).toContain("| 3 | 2 |");
  expect(text).toContain("Not survived:\n\n- one: it died\n");
  expect(text).toContain("Not tried, as the machine lacked something:\n\n- two: there is no mkfifo\n");
});
