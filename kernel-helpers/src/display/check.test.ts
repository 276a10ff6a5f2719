import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CheckFailed } from "../check/index.ts";
import { KERNEL_HOST, type KernelHost, type MimeBundle } from "../host/index.ts";
import { exercises } from "../practice/index.ts";
import { check } from "./check.ts";

const world = globalThis as { [KERNEL_HOST]?: KernelHost };
let shown: MimeBundle[];
beforeEach(() => {
  shown = [];
  world[KERNEL_HOST] = {
    show: (bundle) => shown.push(bundle),
    clear: () => undefined,
    interrupted: () => false,
  };
});
afterEach(() => {
  delete world[KERNEL_HOST];
});

const id = "00-start-here/mean";
const right = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

async function failureOf(answer: (numbers: readonly number[]) => number): Promise<CheckFailed> {
  try {
    await check(id, answer);
  } catch (error) {
    if (error instanceof CheckFailed) return error;
    throw error;
  }
  throw new Error("the check passed");
}

describe("check()", () => {
  test("says that a right function is right, and that this is not a grade", async () => {
    await check(id, right);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.["text/plain"]).toBe(
      "✓ 00-start-here/mean is right: 30 cases tried, 1 point (practice, not a grade)",
    );
  });

  test("sends the front end verdict and points beside the text if it passed, and nothing if it failed", async () => {
    await check(id, right);
    expect(Object.keys(shown[0] ?? {})).toEqual(expect.arrayContaining(["text/html", "text/plain"]));
    const verdict = { exercise: id, passed: true, earned: 1, points: 1 };
    expect(shown[0]?.["application/vnd.word2vec-lab.check+json"]).toEqual(verdict);
    await failureOf(() => 42);
    expect(shown).toHaveLength(1);
  });

  test("throws an error with the known mistake's question", async () => {
    const { message } = await failureOf((numbers) => right(numbers) * numbers.length);
    expect(message).toContain("[sum-for-mean]");
    expect(message).toContain("What should the mean of 7, 7 and 7 be");
    expect(shown).toEqual([]);
  });

  test("shows the three hints one after the other, and starts again after a success", async () => {
    await check(id, right);
    for (const hint of [0, 1, 2, 2]) {
      expect((await failureOf(() => 42)).message).toContain(exercises[id].hints[hint]);
    }
    await check(id, right);
    expect((await failureOf(() => 42)).message).toContain(exercises[id].hints[0]);
  });

  test("lists the exercises if the id is unknown", async () => {
    await expect(check("04-cbow/nothing" as typeof id, right)).rejects.toThrow(
      /Cannot check "04-cbow\/nothing".*04-cbow\/hidden-layer/,
    );
  });
});
