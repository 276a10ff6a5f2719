import { expect, test } from "vitest";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { findProgram } from "../programs/find-program.ts";
import { runKind } from "./attack-kind.ts";
import { KINDS } from "./kinds.ts";

test.runIf(findProgram("chromium"))("a part of the attacks on a page is survived", async () => {
  const { page } = KINDS;
  const attacks = page?.attacks(page.tested, seededRandom(1)) ?? [];
  expect(new Set(attacks.map(({ group }) => group?.split(" ")[0]))).toEqual(
    new Set(["deep", "value", "built-in", "Interrupt"]),
  );
  const { tried, failures } = await runKind(page as NonNullable<typeof page>, attacks);
  expect(failures).toEqual([]);
  expect(tried).toBe(attacks.length);
});
