import { expect, test, vi } from "vitest";
import { missingFor } from "./needs.ts";
import { type Attack, runSlice, type Slice } from "./slice.ts";

vi.mock("./needs.ts", () => ({ missingFor: vi.fn() }));

const attack = (name: string, run: () => Promise<string | undefined>): Attack => ({ name, run });

test("runSlice() names what was not survived and what this machine lacks, and cleans up at the end", async () => {
  vi.mocked(missingFor).mockReturnValue("there is no mkfifo");
  const end = vi.fn();
  const slice: Slice = { name: "some", holds: "all", withoutKernel: true, attacks: () => [], end };
  const outcome = await runSlice(slice, [
    attack("well", async () => undefined),
    attack("badly", async () => "it died"),
    attack("thrown", () => Promise.reject(new Error("it threw"))),
    { ...attack("pipe", async () => "it ran"), needs: "pipes with a name" },
  ]);
  expect(outcome).toEqual({
    slice,
    tried: 3,
    skipped: ["pipe: there is no mkfifo"],
    failures: ["badly: it died", "thrown: it threw"],
  });
  expect(end).toHaveBeenCalledOnce();
});
