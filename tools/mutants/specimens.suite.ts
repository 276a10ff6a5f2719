import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { specimens, verdictName } from "./specimens.ts";
import { answerScope } from "./subjects.ts";
import { tryAnswer } from "./try-answer.ts";

/** Every answer in *.wrong.ts and *.right.ts gets the verdict that it expects, with each of `count` seeds and as a check judges it. */
export function describeSpecimens(count: number): void {
  describe(`specimens(), with ${count} seeds`, () => {
    let opened: Awaited<ReturnType<typeof answerScope>>;
    beforeAll(async () => {
      opened = await answerScope();
    });
    afterAll(() => opened.close());

    const seeds = Array.from({ length: count }, (_, i) => 1000 * i);
    test.each(
      specimens(projectRoot).map((specimen) => [specimen.place, specimen.expects, specimen] as const),
    )("has at %s an answer that every seed calls %s", (_, expects, { exercise, code }) => {
      const verdict = (options: object): string =>
        verdictName(tryAnswer(exercise, code, opened.scope, options));
      expect(new Set(seeds.map((seed) => verdict({ seed, rounds: 1 })))).toEqual(new Set([expects]));
      expect(verdict({})).toBe(expects);
    });
  });
}
