import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exercises } from "../../../../kernel-helpers/src/index.ts";
import { projectRoot } from "../../../../setup/paths.mjs";
import type { BrowserProgram } from "../../../../tools/browser/open-page.ts";
import { gateCourse } from "../../../../tools/gate/gate-course.ts";
import { practiceOf } from "../../../../tools/gate/practice.ts";
import { executeInPage } from "../execute-in-page.ts";
import { withKernelPage } from "../with-kernel-page.ts";

/** Tests that the checks of these lessons give the verdicts and hints in a page that they give in Node. */
export function describeChecks(
  program: BrowserProgram,
  lessons: readonly string[],
  tries: (place: number) => boolean,
): void {
  const { name, path } = program;
  describe.skipIf(path === "")(`the checks in a page of ${name}`, () => {
    const page = withKernelPage(program);

    test.each(lessons)(
      "%s: fail as shipped, pass when solved, and each known mistake gets its hint",
      async (id) => {
        const problems = await gateCourse({
          root: projectRoot,
          build: join(projectRoot, "build/gate-in-page", id),
          practice: practiceOf(exercises),
          only: [id],
          tries,
          execute: (options) => executeInPage(page(), options),
        });
        expect(problems).toEqual([]);
      },
    );
  });
}
