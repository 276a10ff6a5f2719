import { describe, expect, test } from "vitest";
import { WireClient } from "../../kernel/test/wire-client.ts";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { type AttackKind, runKind } from "./attack-kind.ts";
import { KINDS } from "./kinds.ts";

/** The attacks of which every run of the tests makes a part; those in a page are in page.matrix.test.ts. */
const { page: _, ...kinds } = KINDS;

test.each(Object.entries(kinds))("a part of the attacks is survived: %s", async (_, kind) => {
  const { tried, skipped, failures } = await runKind(kind, kind.attacks(kind.tested, seededRandom(1)));
  for (const reason of skipped) console.warn(`skipped: ${reason}`);
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(0);
});

describe("an attack is noticed by a kernel without the repair against it", () => {
  const without = (repair: string, { start: _, ...kind }: AttackKind): AttackKind => ({
    ...kind,
    async start() {
      const kernel = new WireClient();
      await kernel.start({}, { W2V_KERNEL_WITHOUT: repair });
      return kernel;
    },
  });

  test.each([
    ["values", "errors", "thrown"],
    ["globals", "intrinsics", "get added to Object.prototype"],
    ["depth", "compiler-failures", "2000 chained calls"],
    ["wire", "channels", "frames from 0"],
  ])("%s without %s", async (name, repair, wanted) => {
    const kind = KINDS[name] as AttackKind;
    const one = kind.attacks(1, seededRandom(1)).find((attack) => attack.name.includes(wanted));
    const { failures } = await runKind(without(repair, kind), one ? [one] : []);
    expect(failures).toHaveLength(1);
  });
});
