import { describe, expect, test, vi } from "vitest";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { type Attack, part, type Runner, runKind } from "./attack-kind.ts";
import { missingFor } from "./needs.ts";

vi.mock("./needs.ts", () => ({ missingFor: vi.fn() }));

describe("part()", () => {
  const items = Array.from({ length: 100 }, (_, i) => ({ i, group: i < 90 ? "many" : `one ${i}` }));

  test("has some of each group, in their order, another for another seed", () => {
    const drawn = part(items, 0.1, seededRandom(1));
    expect(drawn.filter(({ group }) => group === "many")).toHaveLength(9);
    expect(drawn.slice(9)).toEqual(items.slice(90));
    expect(drawn.map(({ i }) => i)).toEqual(drawn.map(({ i }) => i).sort((a, b) => a - b));
    expect(part(items, 0.1, seededRandom(1))).toEqual(drawn);
    expect(part(items, 0.1, seededRandom(2))).not.toEqual(drawn);
  });

  test("has all for 1, and one of the items without a group for a small share", () => {
    expect(part(items, 1, seededRandom(1))).toEqual(items);
    expect(part([{}, {}, {}], 0.01, seededRandom(1))).toHaveLength(1);
  });
});

describe("runKind()", () => {
  const kind = { name: "", holds: "", tested: 1, attacks: () => [] };
  const well = async (): Promise<undefined> => undefined;

  test("tells what failed, what this machine lacks, and cleans up at the end", async () => {
    vi.mocked(missingFor).mockReturnValue("there is no mkfifo");
    const end = vi.fn();
    const attacks: Attack[] = [
      { name: "one", run: well },
      { name: "two", run: async () => "it broke" },
      { name: "three", run: () => Promise.reject(new Error("it threw")) },
      { name: "four", needs: "pipes with a name", run: async () => "it ran" },
    ];
    const told: number[] = [];
    expect(await runKind({ ...kind, end }, attacks, (done) => told.push(done))).toEqual({
      tried: 3,
      skipped: ["four: there is no mkfifo"],
      failures: ["two: it broke", "three: it threw"],
    });
    expect(told).toEqual([1, 2, 3]);
    expect(end).toHaveBeenCalledOnce();
  });

  test("starts a new target after a failure, and looks whether it still answers", async () => {
    const closed: string[] = [];
    let started = 0;
    const start = async (): Promise<Runner> => {
      const name = `target ${++started}`;
      return {
        run: async () => ({ reply: { status: "ok" }, messages: [] }), // never the 42 that it must give
        close: async () => void closed.push(name),
      };
    };
    const { failures } = await runKind({ ...kind, start }, [
      { name: "one", run: well },
      { name: "two", run: well },
    ]);
    expect(failures).toEqual(["one", "two"].map((name) => `${name}: then 6 * 7 gave {"status":"ok"}`));
    expect(closed).toEqual(["target 1", "target 2"]);
  });
});
